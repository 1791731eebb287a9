import { displayWidth } from "./display-width.ts";
import { graphemesOf } from "./segmenters.ts";

/** A line of a text: start and end (exclusive) in UTF-16 units, without the spaces around it. */
export type LineSpan = { readonly start: number; readonly end: number };

/** Scripts written without spaces between words, and the punctuation that is written with them. */
const unspaced =
  /[\p{sc=Khmr}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Tale}\p{sc=Talu}\p{sc=Lana}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u303f\uff00-\uffef]/u;

/** After these a line may end: spaces that are not glue, the zero-width space, a hyphen inside a word, a long dash. */
const afterSpace =
  /[\t \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]+|(?<=[\p{L}\p{N}])[-\u2010](?=\p{L})|[\u2014\u2e3a]/gu;

/**
 * Characters that begin no line: closing punctuation, repetition and length marks, small kana
 * (JIS X 4051, UAX #14), and the full stops and repetition signs of Khmer, Thai, Lao and Burmese.
 */
const neverFirst = new Set(
  "!%),.:;?]}»’”…‰›°、。々〉》」』】〕〗〜〻・ーヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ" +
    "！％），．：；？］｝｠｡｣､･។៕៖ៗ៘៙៚ฯๆຯໆ၊။",
);

/** Characters that end no line: opening punctuation, and signs that belong to the amount after them. */
const neverLast = new Set("([{«‘“‹〈《「『【〔〖（［｛｟｢$£¥€");

/** A mark belongs to the letter before it, a joiner to both sides. */
const mark = /\p{M}/u;
const joiner = /[\u{200d}\u{2060}]/u;

/** What is not shown at either end of a line. */
const space = /[\s\u200b\u00ad]/u;
const invisibleBreaks = /[\u200b\u00ad]/g;

const segmenters = new Map<string, Intl.Segmenter>();

/** The dictionary for a language; for a tag that is none, the one for all. */
function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    try {
      segmenter = new Intl.Segmenter(language, { granularity: "word" });
    } catch {
      segmenter = new Intl.Segmenter("en", { granularity: "word" });
    }
    // Languages are few; a hostile archive that declares thousands fills no memory.
    if (segmenters.size < 64) segmenters.set(language, segmenter);
  }
  return segmenter;
}

/**
 * Where a line of the text may end, ascending, the end of the text last. Khmer, Thai, Lao, Burmese,
 * Chinese and Japanese are divided by ICU's dictionaries; a zero-width space is always a place to break.
 */
export function lineBreaks(text: string, language = "en"): readonly number[] {
  const places = new Set<number>();
  for (const match of text.matchAll(afterSpace)) places.add(match.index + match[0].length);
  if (unspaced.test(text)) {
    let previous = "";
    for (const { segment, index } of segmenterFor(language).segment(text)) {
      if (unspaced.test(previous.slice(-2)) || unspaced.test(segment)) places.add(index);
      previous = segment;
    }
  }
  const allowed = [...places].filter(
    (place) => place > 0 && place < text.length && mayBreak(text, place),
  );
  return [...allowed.toSorted((a, b) => a - b), text.length];
}

function mayBreak(text: string, place: number): boolean {
  const next = String.fromCodePoint(text.codePointAt(place) ?? 0);
  // Spaces stay with the line before them, so that none begins with one.
  if (space.test(next) || mark.test(next) || joiner.test(next) || neverFirst.has(next))
    return false;
  const previous = text.charAt(endWithoutSpace(text, 0, place) - 1);
  return !joiner.test(previous) && !neverLast.has(previous);
}

/**
 * Divides a text into lines of at most so many columns. A line break in the text is kept; a word wider
 * than a line is cut between graphemes; a single grapheme wider than that stands alone.
 *
 * @param language BCP 47; helps the dictionaries. Without it they go by the script.
 *
 * @example
 * ```ts
 * import { breakLines } from "@broadsheet/core";
 *
 * breakLines("The ferry families", 10); // => [{ start: 0, end: 9 }, { start: 10, end: 18 }]
 * ```
 */
export function breakLines(text: string, columns: number, language?: string): readonly LineSpan[] {
  const lines: LineSpan[] = [];
  let start = 0;
  for (const paragraph of text.split("\n")) {
    fill(paragraph, start, Math.max(1, columns), language, lines);
    start += paragraph.length + 1;
  }
  return lines;
}

function fill(
  text: string,
  offset: number,
  columns: number,
  language: string | undefined,
  lines: LineSpan[],
): void {
  const push = (start: number, end: number): void => {
    const last = endWithoutSpace(text, start, end);
    lines.push({ start: offset + startWithoutSpace(text, start, last), end: offset + last });
  };
  if (/^[\x20-\x7e]*$/.test(text) && text.length <= columns) return push(0, text.length);
  let lineStart = 0;
  let lineWidth = 0;
  let pieceStart = 0;
  for (const pieceEnd of lineBreaks(text, language)) {
    const piece = text.slice(pieceStart, pieceEnd);
    const width = displayWidth(piece.slice(0, endWithoutSpace(piece, 0, piece.length)));
    if (lineWidth > 0 && lineWidth + width > columns) {
      push(lineStart, pieceStart);
      lineStart = pieceStart;
      lineWidth = 0;
    }
    if (width > columns) {
      for (const { segment, index } of graphemesOf(piece)) {
        const wide = displayWidth(segment);
        if (lineWidth > 0 && lineWidth + wide > columns && segment.trim() !== "") {
          push(lineStart, pieceStart + index);
          lineStart = pieceStart + index;
          lineWidth = 0;
        }
        lineWidth += wide;
      }
    } else lineWidth += displayWidth(piece);
    pieceStart = pieceEnd;
  }
  push(lineStart, text.length);
}

/**
 * The lines of a text as they are shown: see `breakLines`. Zero-width spaces and soft hyphens are left out.
 *
 * @example
 * ```ts
 * import { wrapText } from "@broadsheet/core";
 *
 * wrapText("The ferry families", 10); // => ["The ferry", "families"]
 * ```
 */
export function wrapText(text: string, columns: number, language?: string): readonly string[] {
  return breakLines(text, columns, language).map(({ start, end }) =>
    visibleText(text.slice(start, end)),
  );
}

/**
 * The text without the characters that only say where it may be broken.
 *
 * @example
 * ```ts
 * import { visibleText } from "@broadsheet/core";
 *
 * visibleText("news\u00adpaper"); // => "newspaper"
 * ```
 */
export function visibleText(text: string): string {
  return text.replace(invisibleBreaks, "");
}

/** The text without spaces and zero-width spaces at its end. */
export function withoutSpaceAtEnd(text: string): string {
  return text.slice(0, endWithoutSpace(text, 0, text.length));
}

// Loops, since a regular expression that looks for spaces at the end takes quadratic time on many spaces elsewhere.
function startWithoutSpace(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && space.test(text.charAt(index))) index++;
  return index;
}

function endWithoutSpace(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && space.test(text.charAt(index - 1))) index--;
  return index;
}
