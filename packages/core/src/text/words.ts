import { unspaced } from "./character-kinds.ts";
import { foldOften, usualForm } from "./fold.ts";
import { segmentsOf } from "./segmenters.ts";

/** A word of a text: how it is compared, and where it stands. */
export type Word = {
  /** Folded. Never empty. */
  readonly text: string;
  /** Start and end (exclusive) in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
};

/** Letters, digits and the marks on them, with the invisible characters that stand between or inside them. */
const run =
  /[\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}][\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}\u200b-\u200d\u00ad\u2060\ue000]*/gu;

/**
 * Text in which every word is a run of ASCII letters and digits, so that a tokenizer that knows nothing
 * else finds the same words. Most English news is: the typographic punctuation is allowed.
 */
// eslint-disable-next-line no-control-regex -- ASCII is meant
export const plainWords: RegExp =
  /^[\x00-\x7f\u00a0\u2010-\u2015\u2018-\u201f\u2022\u2026\u20ac\u00a3]*$/;

/**
 * The words of a text in order. Scripts without spaces are divided by the dictionaries of ICU
 * (`Intl.Segmenter`), with zero-width spaces and joiners left out first: people place them inconsistently.
 *
 * @example
 * ```ts
 * import { words } from "@broadsheet/core";
 *
 * Array.from(words("Café prices"), ({ text }) => text); // => ["cafe", "prices"]
 * ```
 */
export function* words(text: string): Generator<Word, void, undefined> {
  for (const match of text.matchAll(run)) {
    const [word] = match;
    if (unspaced.test(word)) yield* unspacedWords(word, match.index);
    else {
      const folded = foldOften(word);
      if (folded !== "") yield { text: folded, start: match.index, end: match.index + word.length };
    }
  }
}

/** Numbers are words of their own, which ICU does not always see. */
const numbersApart = /\p{Nd}+|\P{Nd}+/gu;

function* unspacedWords(word: string, start: number): Generator<Word, void, undefined> {
  for (const part of word.matchAll(numbersApart)) yield* segments(part[0], start + part.index);
}

function* segments(word: string, start: number): Generator<Word, void, undefined> {
  const form = usualForm(word);
  const places = form === word ? undefined : placesOfUnits(word);
  for (const { segment, index } of segmentsOf(form)) {
    const folded = foldOften(segment);
    if (folded === "") continue;
    const last = index + segment.length - 1;
    yield {
      text: folded,
      start: start + (places?.[index]?.start ?? index),
      end: start + (places?.[last]?.end ?? last + 1),
    };
  }
}

/** A letter with all that composes with it, or one that stands alone. */
const cluster = /.[\p{M}\uff9e\uff9f\u200b-\u200d\u00ad\u2060\ue000]*/gsu;

/** For each UTF-16 unit of a word's usual form, the letters of the word that it comes from. */
function placesOfUnits(word: string): { readonly start: number; readonly end: number }[] {
  return [...word.matchAll(cluster)].flatMap(({ 0: letters, index: start }) =>
    Array.from({ length: usualForm(letters).length }, () => ({
      start,
      end: start + letters.length,
    })),
  );
}

/** The words of a text, folded, in order; what is no word is not told apart from what is. */
export function wordList(text: string): readonly string[] {
  if (plainWords.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const list: string[] = [];
  const add = (word: string): void => {
    const folded = foldOften(word);
    if (folded !== "") list.push(folded);
  };
  for (const word of text.match(run) ?? []) {
    if (!unspaced.test(word)) add(word);
    else {
      for (const part of word.match(numbersApart) ?? [])
        for (const { segment } of segmentsOf(usualForm(part))) add(segment);
    }
  }
  return list;
}

/** The words of a text as `wordList` has them, with one space between. */
export function wordLine(text: string): string {
  if (!plainWords.test(text)) return wordList(text).join(" ");
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
