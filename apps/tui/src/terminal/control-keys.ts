import type { Key } from "./key.ts";

/** Keys by the final letter of `CSI … letter` and `SS3 letter` (xterm, ctlseqs.txt, "PC-Style Function Keys"). */
const byLetter: Readonly<Record<string, string>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  E: "begin",
  F: "end",
  H: "home",
  M: "enter",
  P: "f1",
  Q: "f2",
  R: "f3",
  S: "f4",
  Z: "shift+tab",
};

/** Keys by the number in `CSI number ~`. */
const byNumber: Readonly<Record<number, string>> = {
  1: "home",
  2: "insert",
  3: "delete",
  4: "end",
  5: "pageup",
  6: "pagedown",
  7: "home",
  8: "end",
  11: "f1",
  12: "f2",
  13: "f3",
  14: "f4",
  15: "f5",
  17: "f6",
  18: "f7",
  19: "f8",
  20: "f9",
  21: "f10",
  23: "f11",
  24: "f12",
};

/** Keys by their number in `CSI number u` (kitty's keyboard protocol); others are characters. */
const byCode: Readonly<Record<number, string>> = {
  9: "tab",
  13: "enter",
  27: "escape",
  32: "space",
  127: "backspace",
  57414: "enter",
  57417: "left",
  57418: "right",
  57419: "up",
  57420: "down",
  57421: "pageup",
  57422: "pagedown",
  57423: "home",
  57424: "end",
  57425: "insert",
  57426: "delete",
};

/** Numbers of keys that stand for themselves without a character: modifiers, media keys (Private Use Area). */
const isSilent = (code: number): boolean => code >= 57344 && code <= 63743;

/** The key of a control character, U+0000 to U+001F or U+007F. */
export function controlKey(character: string): Key {
  switch (character) {
    case "\r":
    case "\n":
      return { name: "enter" };
    case "\t":
      return { name: "tab" };
    case "\b":
    case "\x7f":
      return { name: "backspace" };
    case "\x1b":
      return { name: "escape" };
    case "\0":
      return { name: "ctrl+space" };
    default:
      return { name: `ctrl+${String.fromCharCode(character.charCodeAt(0) + 0x60)}` };
  }
}

/** The key of `SS3 letter`; undefined for a letter that is none. */
export function ss3Key(letter: string): Key | undefined {
  const name = byLetter[letter];
  return name === undefined ? undefined : { name };
}

/** The key of a control sequence by its parameters and final letter; undefined when it is no key. */
export function csiKey(parameters: string, final: string): Key | undefined {
  const [first = "", second = "", text = ""] = parameters.split(";");
  const [modifiers = "1", event = "1"] = second.split(":");
  if (event === "3") return undefined; // the key was let go
  const modifier = Number(modifiers || 1) - 1;
  if (final === "u") return codeKey(first, modifier, text);
  // `CSI row ; column R` is where the cursor is, not F3.
  const name =
    final === "~" ? byNumber[Number(first)] : final === "R" ? undefined : byLetter[final];
  return name === undefined ? undefined : { name: withModifiers(name, modifier) };
}

function codeKey(first: string, modifier: number, text: string): Key | undefined {
  const [code = 0, shifted = 0] = first.split(":").map(Number);
  const name = byCode[code];
  if (name === "space" && modifier === 0) return { name, text: " " };
  if (name !== undefined) return { name: withModifiers(name, modifier) };
  if (isSilent(code) || code < 0x20 || !isCodePoint(code)) return undefined;
  const written = text === "" ? undefined : characters(text);
  const base = String.fromCodePoint(code);
  const letter =
    (modifier & 1) === 0
      ? base
      : isCodePoint(shifted)
        ? String.fromCodePoint(shifted)
        : base.toUpperCase();
  const other = modifier & 6;
  if (other === 0) return { name: written ?? letter, text: written ?? letter };
  return { name: withModifiers(letter, other) };
}

function isCodePoint(code: number): boolean {
  return (
    code >= 0x20 &&
    code <= 0x10ffff &&
    !(code >= 0x7f && code < 0xa0) &&
    !(code >= 0xd800 && code < 0xe000)
  );
}

function characters(codes: string): string | undefined {
  const all = codes.split(":").map(Number);
  return all.every(isCodePoint) ? String.fromCodePoint(...all) : undefined;
}

function withModifiers(name: string, modifier: number): string {
  const shift = (modifier & 1) > 0 && !name.startsWith("shift+") ? "shift+" : "";
  return `${(modifier & 4) > 0 ? "ctrl+" : ""}${(modifier & 2) > 0 ? "alt+" : ""}${shift}${name}`;
}
