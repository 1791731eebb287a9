import {
  isLetter,
  isMark,
  isPrivate,
  isSpace,
  isSpaced,
  isStacker,
  isUnseen,
  isUnspaced,
  kindsOf,
  unspaced,
  unspacedScripts,
} from "./character-kinds.ts";
import { foldOften } from "./fold.ts";

/** Two letters of a script without spaces that follow each other, and where they stand. */
export type Pair = {
  /** Both, folded, with the joint between them; nothing follows the joint at the end of a row. */
  readonly text: string;
  /** Start of the first and end (exclusive) of the second in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** End (exclusive) of the first alone. */
  readonly firstEnd: number;
};

/** Stands between the two of a pair. Private, and left out of every text, so that no word is like a pair. */
export const joint = "\ue000";

/**
 * The pairs of neighbours of a text in which at least one is a letter of a script without spaces, in order.
 * Spaces between them do not count: people place them, as zero-width spaces, inconsistently. A row of
 * letters stands in a text when their pairs stand in its pairs in a row, however dictionaries divide it:
 * so a name is found that none of them knows.
 *
 * These are the overlapping bigrams of Chinese retrieval (Nie, Gao, Zhang & Zhou 2000, "On the use of words
 * and n-grams for Chinese information retrieval"), of orthographic syllables where a script has them.
 */
export function pairs(text: string): readonly Pair[] {
  const found: Pair[] = [];
  if (!unspaced.test(text)) return found;
  const units = unitsOf(text);
  for (const [index, first] of units.entries()) {
    const { folded, start, end: firstEnd } = first;
    const second = units[index + 1];
    if (second !== undefined && isGap(text, firstEnd, second.start)) {
      if (!first.isUnspaced && !second.isUnspaced) continue;
      const row = `${folded}${joint}${second.folded}`;
      found.push({ text: row, start, end: second.end, firstEnd });
    } else if (first.isUnspaced)
      found.push({ text: `${folded}${joint}`, start, end: firstEnd, firstEnd });
  }
  return found;
}

/** A space that only tells words apart; a dictionary may even divide a letter from what is stacked below it. */
const needless = new RegExp(`(?<=[${unspacedScripts}]) (?=[${unspacedScripts}])`, "gu");

/**
 * The pairs that stand in a row where a row of letters stands in a text; none for a single letter, which
 * begins one. Undefined where two words of other scripts are neighbours in it: they make no pair.
 */
export function pairRow(text: string): readonly string[] | undefined {
  const units = unitsOf(text.replace(needless, ""));
  const row: string[] = [];
  for (const [index, first] of units.entries()) {
    const second = units[index + 1];
    if (second === undefined) break;
    if (!first.isUnspaced && !second.isUnspaced) return undefined;
    row.push(`${first.folded}${joint}${second.folded}`);
  }
  return row;
}

/**
 * A letter of a script without spaces with its marks and the consonants stacked below it, or a word of
 * another script.
 */
type Unit = {
  /** Never empty. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly isUnspaced: boolean;
};

function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = [];
  for (let start = 0; start < text.length;) {
    const kinds = kindsAt(text, start);
    const next = after(text, start);
    if ((kinds & (isUnspaced | isSpaced)) === 0) {
      start = next;
      continue;
    }
    const isLetterOfRow = (kinds & isUnspaced) !== 0;
    const end = isLetterOfRow ? endOfLetter(text, next) : endOfWord(text, start);
    const folded = foldOften(text.slice(start, end));
    if (folded !== "") units.push({ folded, start, end, isUnspaced: isLetterOfRow });
    start = end;
  }
  return units;
}

/** Where a letter ends with its marks and what is stacked below it, from the end of the letter itself on. */
function endOfLetter(text: string, from: number): number {
  for (let end = from; ;) {
    const at = afterUnseen(text, end);
    const kinds = kindsAt(text, at);
    const stacked = (kinds & isStacker) === 0 ? -1 : afterUnseen(text, after(text, at));
    if (stacked >= 0 && (kindsAt(text, stacked) & isLetter) !== 0) end = after(text, stacked);
    else if ((kinds & isMark) !== 0) end = after(text, at);
    else return end;
  }
}

/** Where a word of scripts with spaces ends. */
function endOfWord(text: string, from: number): number {
  for (let end = from; ;) {
    if ((kindsAt(text, end) & isSpaced) === 0) return end;
    end = after(text, end);
    const at = afterUnseen(text, end);
    const kinds = kindsAt(text, at);
    const goesOn = (kinds & (isUnspaced | isSpaced)) !== 0 && (kinds & isPrivate) === 0;
    if (goesOn) end = at;
  }
}

function isGap(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if ((kindsAt(text, at) & (isSpace | isUnseen)) === 0) return false;
  return true;
}

function afterUnseen(text: string, from: number): number {
  let at = from;
  while ((kindsAt(text, at) & isUnseen) !== 0) at++;
  return at;
}

function kindsAt(text: string, at: number): number {
  return kindsOf(text.codePointAt(at));
}

function after(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}
