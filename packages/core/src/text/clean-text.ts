import { withoutExcessMarks } from "./marks.ts";

/** Longest single-line value that is kept, in UTF-16 units: no headline or address needs more, a list of 500 stays small. */
export const maxLineLength = 4_096;

// eslint-disable no-control-regex -- control characters are what this file is about

/** Text of nothing else needs no cleaning but for too many marks: whole characters, none of those below. */
const harmless =
  /^[\t\n\x20-\x7e\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u2070-\ud7ff\ue000-\ufefe\uff00-\ufff8\ufffc-\uffff]*$/;

/** Anything below that text may need, except marks and tags, which have tests of their own. */
const suspicious =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/;

/** Windows and old Mac line ends, next line, line and paragraph separator. `\r\r\n` is one end, twice converted. */
const otherLineEnds = /\r{1,2}\n|[\r\x85\u2028\u2029]/g;

/** Vertical tab and form feed part words and pages, so a space stays in their place. */
const pageBreaks = /[\x0b\x0c]/g;

/**
 * Terminal sequences (ECMA-48): OSC, DCS, SOS, PM and APC strings; CSI; single shifts with their character;
 * charset and other escapes. Begun with ESC, a string without its end reaches to the end of the line; begun
 * with a C1 character it must have an end, since misread Windows text holds lone C1 characters. No
 * alternative can fail after passing over what a later match passes over again: the time is linear.
 */
const sequences =
  /\x1b[\]PX^_][^\n\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|[\x90\x98\x9d-\x9f][^\n\x07\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)|(?:\x1b\[|\x9b)[\x20-\x3f]*[\x40-\x7e]?|(?:\x1b[NO]|[\x8e\x8f])[\x20-\x7e]?|\x1b[\x20-\x2f]*[\x30-\x7e]?/g;

/** C0 but newline and tab, DEL, C1; bidi marks, embeddings, overrides and isolates; byte order marks; interlinear notes. */
const removed =
  /[\0-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

/** A flag such as Scotland's (kept), or a tag character outside one. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,32}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/** What an author is told of: characters that steer a terminal, hide text or turn its order. */
const reported =
  /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,32}\u{e007f}|([\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\u{e0000}-\u{e007f}])/gu;

// eslint-enable no-control-regex

/**
 * Text as it may be shown, stored and compared: nothing in it steers a terminal, reorders or hides text.
 * Escape sequences go whole; so do control characters, bidi controls, tags outside flags, interlinear
 * notes and marks beyond `maxMarks` on a letter. Every line end becomes `\n`; a lone surrogate becomes
 * U+FFFD. Joiners and zero-width spaces stay: scripts and emoji need them. Linear in time, and
 * `cleanText(cleanText(x)) === cleanText(x)`.
 *
 * @example
 * ```ts
 * import { cleanText } from "@broadsheet/core";
 *
 * cleanText("A bridge\r\nopens\u001b[2J\u202e"); // => "A bridge\nopens"
 * ```
 */
export function cleanText(text: string): string {
  if (text === lastClean) return text;
  const clean = harmless.test(text) ? withoutExcessMarks(text) : withoutHarm(text);
  if (clean.length >= minKept && clean.length <= maxKept) lastClean = clean;
  return clean;
}

/** Shortest and longest text that is kept to be known again, in UTF-16 units: whole articles but for books. */
const minKept = 512;
const maxKept = 65_536;

/**
 * The last text that was found clean: one that was cleaned when its file was read is not looked through
 * again when it is parsed.
 */
let lastClean = "";

function withoutHarm(text: string): string {
  let clean = text;
  if (!clean.isWellFormed()) clean = clean.toWellFormed();
  if (suspicious.test(clean)) {
    clean = clean
      .replace(otherLineEnds, "\n")
      .replace(sequences, "")
      .replace(pageBreaks, " ")
      .replace(removed, "");
  }
  if (clean.includes("\udb40")) clean = clean.replace(tags, "$1");
  return withoutExcessMarks(clean);
}

/** A line of ASCII without spaces around it: a path, an address, most English headlines. */
const plainLine = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * A value that stands on one line, cleaned: line ends and tabs are spaces, spaces around it are gone, and
 * it has at most `maxLineLength` UTF-16 units.
 *
 * @example
 * ```ts
 * import { cleanLine } from "@broadsheet/core";
 *
 * cleanLine("A bridge\nopens\u001b[31m "); // => "A bridge opens"
 * ```
 */
export function cleanLine(text: string): string {
  if (plainLine.test(text) && text.length <= maxLineLength) return text;
  const line = trimSpace(cleanText(text).replace(/[\n\t]/g, " "));
  return line.length <= maxLineLength ? line : trimSpace(cutUnits(line, maxLineLength));
}

/** As many UTF-16 units from the start, without half a surrogate pair at the end. */
export function cutUnits(text: string, units: number): string {
  if (text.length <= units) return text;
  const last = text.charCodeAt(units - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? units - 1 : units);
}

const space = /[\s\u200b]/;

/** Text without spaces, no-break spaces and zero-width spaces around it, in linear time. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return space.test(text.charAt(at));
}

/** Where in an uncleaned text the first character stands that an author should know of; -1 without one. */
export function firstControl(text: string): number {
  for (const match of text.matchAll(reported)) if (match[1] !== undefined) return match.index;
  return -1;
}

/**
 * The line and the column, from 1, of a place in a text, cleaned or not: lines are those of the cleaned
 * text, columns are UTF-16 units.
 */
export function lineAndColumn(text: string, index: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (const match of text.slice(0, index).matchAll(/\r{1,2}\n|[\n\r\x85\u2028\u2029]/g)) {
    line++;
    start = match.index + match[0].length;
  }
  return { line, column: index - start + 1 };
}
