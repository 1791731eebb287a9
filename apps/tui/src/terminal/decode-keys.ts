import { controlKey, csiKey, ss3Key } from "./control-keys.ts";
import { typed, type Key, type TerminalInput } from "./key.ts";

/** Longest paste that is taken, in UTF-16 units: a search is a thousand. */
const maxPasteLength = 1_000_000;

/** Longest answer of a terminal that is waited for; what is longer is thrown away. */
const maxReplyLength = 4_096;

const pasteStart = "\x1b[200~";
const pasteEnd = "\x1b[201~";

const csi = /^\x1b\[(?<parameters>[\x30-\x3f]*)(?<middle>[\x20-\x2f]*)(?<final>[\x40-\x7e])/;
const unfinishedCsi = /^\x1b\[[\x30-\x3f]*[\x20-\x2f]*$/;
/** OSC, DCS, SOS, PM or APC, up to its end (BEL or ST), or up to an escape that begins something else. */
const stringSequence = /^\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\|(?=\x1b[^\\]))/;
const unfinishedString = /^\x1b[\]PX^_][^\x07\x1b]*\x1b?$/;
const printable = /^[^\x00-\x1f\x7f-\x9f]+/;
const control = /[\x00-\x1f\x7f]/;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Takes what a terminal sends apart into keys, pastes and answers, in whatever pieces it arrives. */
export type KeyDecoder = {
  readonly push: (chunk: string) => readonly TerminalInput[];
  /** Whether something is waited for that may be complete as it is, such as a lone escape. */
  readonly isWaiting: () => boolean;
  /** No more came in time: what was waited for is taken as keys. */
  readonly flush: () => readonly TerminalInput[];
};

type Token = { readonly length: number; readonly inputs: readonly TerminalInput[] };

export function createKeyDecoder(): KeyDecoder {
  let pending = "";

  const drain = (isComplete: boolean): TerminalInput[] => {
    const inputs: TerminalInput[] = [];
    while (pending !== "") {
      const token = nextToken(pending, isComplete);
      if (token === undefined) break;
      inputs.push(...token.inputs);
      pending = pending.slice(token.length);
    }
    return inputs;
  };

  return {
    push(chunk) {
      pending += chunk;
      return drain(false);
    },
    isWaiting: () => pending !== "" && !pending.startsWith(pasteStart),
    flush: () => drain(true),
  };
}

/** What the text begins with; undefined when more must come first. */
function nextToken(text: string, isComplete: boolean): Token | undefined {
  if (text.startsWith("\x1b")) return escapeToken(text, isComplete);
  const run = printable.exec(text)?.[0];
  if (run !== undefined) {
    return {
      length: run.length,
      inputs: Array.from(graphemes.segment(run), ({ segment }) => press(typed(segment))),
    };
  }
  const character = text.charAt(0);
  return { length: 1, inputs: control.test(character) ? [press(controlKey(character))] : [] };
}

function escapeToken(text: string, isComplete: boolean): Token | undefined {
  if (text.startsWith(pasteStart)) return pasteToken(text);
  const sequence = csi.exec(text);
  if (sequence?.groups !== undefined)
    return csiToken(sequence[0], sequence.groups, text, isComplete);
  const reply = stringSequence.exec(text)?.[0];
  if (reply !== undefined)
    return { length: reply.length, inputs: [{ type: "reply", sequence: reply }] };
  if (text.length === 1 || unfinishedCsi.test(text) || text === "\x1bO") {
    return isComplete ? altToken(text) : undefined;
  }
  if (unfinishedString.test(text)) {
    // Two characters are Alt and a key; more are an answer that comes slowly, or one that never ends.
    if (text.length === 2) return isComplete ? altToken(text) : undefined;
    return text.length > maxReplyLength ? { length: text.length, inputs: [] } : undefined;
  }
  if (text.startsWith("\x1bO")) {
    const key = ss3Key(text.charAt(2));
    if (key !== undefined) return { length: 3, inputs: [press(key)] };
  }
  return altToken(text, isComplete);
}

function pasteToken(text: string): Token | undefined {
  const end = text.indexOf(pasteEnd, pasteStart.length);
  if (end < 0 && text.length < maxPasteLength) return undefined;
  const pasted = text.slice(pasteStart.length, end < 0 ? text.length : end);
  return {
    length: end < 0 ? text.length : end + pasteEnd.length,
    inputs: [{ type: "paste", text: pasted.slice(0, maxPasteLength) }],
  };
}

function csiToken(
  sequence: string,
  groups: Readonly<Record<string, string | undefined>>,
  text: string,
  isComplete: boolean,
): Token | undefined {
  const { parameters = "", middle = "", final = "" } = groups;
  // The Linux console sends `CSI [ A` to `CSI [ E` for F1 to F5.
  if (sequence === "\x1b[[") {
    if (text.length < 4 && !isComplete) return undefined;
    const number = "ABCDE".indexOf(text.charAt(3)) + 1;
    return {
      length: Math.min(4, text.length),
      inputs: number > 0 ? [press({ name: `f${number}` })] : [],
    };
  }
  const isReply = middle !== "" || /^[<=>?]/.test(parameters);
  const key = isReply ? undefined : csiKey(parameters, final);
  return {
    length: sequence.length,
    inputs: [key === undefined ? { type: "reply", sequence } : press(key)],
  };
}

/** Escape alone, or Alt with the key that follows. */
function altToken(text: string, isComplete = true): Token | undefined {
  if (text.length === 1) return { length: 1, inputs: [press({ name: "escape" })] };
  const rest = nextToken(text.slice(1), isComplete);
  const [next] = rest?.inputs ?? [];
  if (rest === undefined) return undefined;
  if (next?.type !== "key") return { length: 1, inputs: [press({ name: "escape" })] };
  if (next.key.name === "escape") return { length: 1, inputs: [press({ name: "escape" })] };
  const length = 1 + (next.key.text === undefined ? rest.length : next.key.text.length);
  return { length, inputs: [press({ name: withAlt(next.key.name) })] };
}

function withAlt(name: string): string {
  return name.startsWith("ctrl+") ? `ctrl+alt+${name.slice("ctrl+".length)}` : `alt+${name}`;
}

function press(key: Key): TerminalInput {
  return { type: "key", key };
}
