import { searchField, type SearchFieldName } from "./search-fields.ts";

/** A piece of what was typed. Its start and end (exclusive) are in UTF-16 units. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly type: "open" | "close" | "not" | "and" | "or" }
  /** A field's name with its colon. What it holds follows at once. */
  | { readonly type: "field"; readonly name: SearchFieldName }
  | { readonly type: "word"; readonly text: string }
  /** What stands between quotation marks; an asterisk may follow them. */
  | {
      readonly type: "phrase";
      readonly text: string;
      readonly closed: boolean;
      readonly prefix: boolean;
    }
);

/** Spaces, and what is not seen: zero-width spaces and marks of direction. */
const gap = /[\s\u200b\u200e\u200f\u061c\u2060\u202a-\u202e\u2066-\u2069]+/uy;
const operator = /(?:(AND|ＡＮＤ)|(OR|ＯＲ)|(NOT|ＮＯＴ))(?=[\s\u200b()（）"“„«「『]|$)/uy;
const minus = /[-\u2212\uff0d\ufe63](?=[^\s\u200b\-\u2212\uff0d\ufe63)）])/uy;
/** What may stand before a minus sign that leaves out; nothing does at the start. */
const beforeMinus = /^$|[\s\u200b(（]/u;
const open = /[(（]/uy;
const close = /[)）]/uy;
const fieldName = /(?<name>[a-z]+)[:：](?=[^\s\u200b)）])/iuy;
const asterisk = /[*＊]/uy;
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;

/** Quotation marks that begin a phrase, with those that end it: people mix them. */
const closing: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    '"＂': /["＂“”]/g,
    "“„‟": /[“”"]/g,
    "”": /[”"]/g,
    "«": /»/g,
    "»": /[«»]/g,
    "‹": /›/g,
    "›": /[‹›]/g,
    "「": /」/g,
    "『": /』/g,
    "《": /》/g,
    "〝": /[〞〟]/g,
  }).flatMap(([marks, end]) => marks.split("").map((mark) => [mark, end] as const)),
);

/** Those that begin a phrase also within a word: scripts without spaces have none before them. */
const opensAnywhere = /[“„‟«‹「『《〝]/;

/** Cuts what was typed into pieces, in linear time. Nothing is left out but spaces and signs. */
export function scanSearch(typed: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (form: RegExp): RegExpExecArray | undefined => {
    form.lastIndex = at;
    return form.exec(typed) ?? undefined;
  };
  const simple = (type: "open" | "close" | "not" | "and" | "or", length: number): void => {
    tokens.push({ type, start: at, end: at + length });
    at += length;
  };
  while (at < typed.length) {
    const space = take(gap);
    if (space !== undefined) {
      at += space[0].length;
      continue;
    }
    const word = take(operator);
    if (word !== undefined) {
      const [all, and, or] = word;
      simple(and === undefined ? (or === undefined ? "not" : "or") : "and", all.length);
    } else if (take(open) !== undefined) simple("open", 1);
    else if (take(close) !== undefined) simple("close", 1);
    else if (beforeMinus.test(typed.charAt(at - 1)) && take(minus) !== undefined) simple("not", 1);
    else {
      const called = take(fieldName);
      const name = searchField(called?.groups?.["name"] ?? "")?.name;
      const end = closing.get(typed.charAt(at));
      if (called !== undefined && name !== undefined) {
        tokens.push({ type: "field", name, start: at, end: at + called[0].length });
        at += called[0].length;
        // What a field holds is a value even where it looks like a sign or another field.
        if (!take(open) && !closing.has(typed.charAt(at))) pushWord(at);
      } else if (end === undefined) pushWord(at);
      else pushPhrase(end);
    }
  }
  return tokens;

  function pushWord(start: number): void {
    at = endOfWord(typed, start);
    tokens.push({ type: "word", text: typed.slice(start, at), start, end: at });
  }

  function pushPhrase(end: RegExp): void {
    const start = at;
    end.lastIndex = start + 1;
    const found = end.exec(typed);
    const text = typed.slice(start + 1, found?.index ?? typed.length);
    at = found === null ? typed.length : found.index + 1;
    const prefix = found !== null && take(asterisk) !== undefined;
    if (prefix) at++;
    tokens.push({ type: "phrase", text, closed: found !== null, prefix, start, end: at });
  }
}

/** A word goes on to the next space, phrase or bracket; brackets inside a word belong to it: `word(s)`. */
function endOfWord(typed: string, start: number): number {
  let inside = 0;
  let at = start;
  for (; at < typed.length; at++) {
    const character = typed.charAt(at);
    if (/\s/.test(character)) break;
    if (at === start) continue;
    const before = typed.charAt(at - 1);
    if (opensAnywhere.test(character)) break;
    if (/["＂]/.test(character) && !wordCharacter.test(before)) break;
    if (/[(（]/.test(character)) {
      if (/[:：]/.test(before)) break;
      inside++;
    } else if (/[)）]/.test(character) && --inside < 0) break;
  }
  return at;
}
