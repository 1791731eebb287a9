import { fold } from "./fold.ts";

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

const scripts = String.raw`\p{sc=Khmr}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Tale}\p{sc=Talu}\p{sc=Lana}`;

/** A letter of a script written without spaces between words. */
export const unspaced: RegExp = new RegExp(`(?=[\\p{L}\\p{Mn}\\p{Mc}])[${scripts}]`, "u");

const unseen = String.raw`[\u200b-\u200d\u00ad\u2060\ue000]`;

/**
 * A letter of such a script with its marks and the consonants stacked below it (after the Khmer coeng, the
 * Burmese virama or the Tai Tham sakot), or a word of another script.
 */
const unit = new RegExp(
  `(?<letter>(?=[\\p{L}\\p{Mn}\\p{Mc}])[${scripts}](?:${unseen}*(?:[\\u17d2\\u1039\\u1a60]${unseen}*\\p{L}|[\\p{Mn}\\p{Mc}\\uff9e\\uff9f]))*)` +
    `|(?:(?!(?=[\\p{L}\\p{Mn}\\p{Mc}])[${scripts}])[\\p{L}\\p{N}\\p{Co}\\p{Mn}\\p{Mc}](?:${unseen}+(?=[\\p{L}\\p{N}\\p{Mn}\\p{Mc}]))?)+`,
  "gu",
);

const gap = new RegExp(`^(?:\\s|${unseen})*$`, "u");

/**
 * The pairs of neighbours of a text in which at least one is a letter of a script without spaces, in order.
 * Spaces between them do not count: people place them, as zero-width spaces, inconsistently. A row of
 * letters stands in a text when their pairs stand in its pairs in a row, however dictionaries divide it:
 * so a name is found that none of them knows.
 *
 * These are the overlapping bigrams of Chinese retrieval (Nie, Gao, Zhang & Zhou 2000, "On the use of words
 * and n-grams for Chinese information retrieval"), of orthographic syllables where a script has them.
 */
export function* pairs(text: string): Generator<Pair, void, undefined> {
  if (!unspaced.test(text)) return;
  let before: { readonly unit: RegExpExecArray; readonly folded: string } | undefined;
  for (const found of text.matchAll(unit)) {
    const folded = foldUnit(found[0]);
    if (folded === "") continue;
    if (before !== undefined) yield* pairOf(text, before, { unit: found, folded });
    before = { unit: found, folded };
  }
  if (before !== undefined) yield* pairOf(text, before, undefined);
}

/** A space that only tells words apart; a dictionary may even divide a letter from what is stacked below it. */
const needless = new RegExp(`(?<=[${scripts}]) (?=[${scripts}])`, "gu");

/**
 * The pairs that stand in a row where a row of letters stands in a text; none for a single letter, which
 * begins one. Undefined where two words of other scripts are neighbours in it: they make no pair.
 */
export function pairRow(text: string): readonly string[] | undefined {
  const units = [...text.replace(needless, "").matchAll(unit)];
  const row: string[] = [];
  for (const [index, first] of units.entries()) {
    const second = units[index + 1];
    if (second === undefined) break;
    if (first.groups?.["letter"] === undefined && second.groups?.["letter"] === undefined)
      return undefined;
    row.push(`${foldUnit(first[0])}${joint}${foldUnit(second[0])}`);
  }
  return row;
}

type Unit = { readonly unit: RegExpExecArray; readonly folded: string };

function* pairOf(text: string, first: Unit, next: Unit | undefined): Generator<Pair> {
  const isLetter = first.unit.groups?.["letter"] !== undefined;
  const { index: start } = first.unit;
  const end = start + first.unit[0].length;
  if (next !== undefined && gap.test(text.slice(end, next.unit.index))) {
    if (isLetter || next.unit.groups?.["letter"] !== undefined) {
      const last = next.unit.index + next.unit[0].length;
      yield { text: `${first.folded}${joint}${next.folded}`, start, end: last, firstEnd: end };
    }
  } else if (isLetter) yield { text: `${first.folded}${joint}`, start, end, firstEnd: end };
}

/** Letters of one script with their marks are some thousands; folding each anew would take half the time. */
const foldedUnits = new Map<string, string>();
const keptUnits = 20_000;

function foldUnit(written: string): string {
  let folded = foldedUnits.get(written);
  if (folded === undefined) {
    if (foldedUnits.size >= keptUnits) foldedUnits.clear();
    folded = fold(written);
    foldedUnits.set(written, folded);
  }
  return folded;
}
