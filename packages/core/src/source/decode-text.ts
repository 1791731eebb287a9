/** Bytes as text. */
export type DecodedText = {
  /** Without a byte order mark; U+FFFD where a byte could not be read. Not cleaned. */
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16";
  /** The first byte that could not be read, and where it stands in `text`. Absent when all could. */
  readonly fault?: { readonly byte: number; readonly index: number };
};

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
const utf16 = { le: new TextDecoder("utf-16le"), be: new TextDecoder("utf-16be") } as const;

/**
 * Reads bytes as UTF-8, or as UTF-16 when they begin with its byte order mark. Nothing else is guessed.
 *
 * @param cut whether the bytes end before their file does; then a character cut in two at the end is no fault.
 */
export function decodeText(bytes: Uint8Array, cut = false): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: utf16.le.decode(bytes), encoding: "utf-16" };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: utf16.be.decode(bytes), encoding: "utf-16" };
  }
  const whole = cut ? bytes.subarray(0, lastCharacterEnd(bytes)) : bytes;
  try {
    return { text: withoutMark(strict.decode(whole)), encoding: "utf-8" };
  } catch {
    const at = firstFault(whole);
    const before = withoutMark(lenient.decode(whole.subarray(0, at)));
    return {
      text: withoutMark(lenient.decode(whole)),
      encoding: "utf-8",
      fault: { byte: whole[at] ?? 0, index: before.length },
    };
  }
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** Where the first sequence begins that is not UTF-8, found by halving: a prefix decodes, or it does not. */
function firstFault(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return lastCharacterEnd(bytes.subarray(0, good));
}

/** Whether bytes are UTF-8, apart from a character that may not be complete at the end. */
function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The length without a character at the end that has its first byte but not all of them. */
function lastCharacterEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (needs > back) return bytes.length - back;
    if (needs > 0) break;
  }
  return bytes.length;
}
