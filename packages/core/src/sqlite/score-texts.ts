import { pairRow, unspaced } from "../text/pairs.ts";
import type { Columns } from "./columns.ts";
import type { Leaf } from "./fts-term.ts";
import type { TermLists } from "./term-lists.ts";
import type { Forms } from "./term-reader.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How much a word counts in headline, description, keywords, body and language. */
export const columnWeights: readonly number[] = [3, 2, 2, 1, 0];

/** BM25's saturation and length normalisation at the values usual since Robertson et al. (TREC-3, 1994). */
const k1 = 1.2;
const b = 0.75;

/**
 * A word and all its forms count once; that it stands as it was typed counts half as much again, and so does
 * a pair of letters, of which there are more than words. `npm run eval` shows that 0.25 and 1 do as well.
 */
const exactWeight = 0.5;
const pairWeight = 0.5;

/** Words that are one for ranking: an article holds it as often as all of them together. */
type Concept = {
  readonly terms: readonly string[];
  /** More of them, in the articles of a language alone. */
  readonly forms: readonly Forms[];
  readonly weight: number;
};

/**
 * How well each article matches some words and phrases, by position: BM25 with weighted columns (BM25F,
 * Robertson, Zaragoza & Taylor 2004), summed over words and pairs; 0 for no match. A word typed twice counts
 * twice. False with it when there was no time for all of them.
 */
export function scoreTexts(
  leaves: readonly Leaf[],
  lists: TermLists,
  vocabulary: Vocabulary,
  columns: Columns,
  goOn: () => boolean,
): { readonly scores: Float64Array; readonly complete: boolean } {
  const { count, lengths } = columns;
  const language = columns.numbers.lang;
  const scores = new Float64Array(count);
  const frequencies = new Float32Array(count);
  const held = new Uint32Array(count);
  const searchable = count - columns.unsearchable;
  const averageLength = Math.max(1, columns.totalLength / Math.max(1, searchable));

  /** Gives how many positions hold one of the terms, after `from` that are known. */
  const gather = (term: string, only: string | undefined, from: number): number => {
    let known = from;
    for (const { positions, frequencies: found } of lists.read(term)) {
      for (let index = 0; index < positions.length; index++) {
        const position = positions[index] ?? 0;
        if (only !== undefined && vocabulary.stemLanguage(language[position] ?? 0) !== only)
          continue;
        const before = frequencies[position] ?? 0;
        if (before === 0) held[known++] = position;
        frequencies[position] = before + (found[index] ?? 0);
      }
    }
    return known;
  };

  const perWord = (k1 * b) / averageLength;
  const factorOf = (holding: number, weight: number): number =>
    weight * (k1 + 1) * Math.log(1 + (searchable - holding + 0.5) / (holding + 0.5));
  const add = (position: number, frequency: number, factor: number): void => {
    const saturation = k1 * (1 - b) + perWord * (lengths[position] ?? 0);
    scores[position] = (scores[position] ?? 0) + (factor * frequency) / (frequency + saturation);
  };

  for (const [{ terms, forms, weight }, times] of concepts(leaves, vocabulary)) {
    if (!goOn()) return { scores, complete: false };
    if (terms.length === 1 && forms.length === 0) {
      // Nothing is to be added up: half the time.
      const parts = lists.read(terms[0] ?? "");
      const holding = parts.reduce((sum, { positions }) => sum + positions.length, 0);
      const factor = factorOf(holding, weight * times);
      for (const { positions, frequencies: found } of parts) {
        for (let index = 0; index < positions.length; index++)
          add(positions[index] ?? 0, found[index] ?? 0, factor);
      }
      continue;
    }
    let known = 0;
    for (const term of terms) known = gather(term, undefined, known);
    for (const form of forms) {
      for (const term of form.terms) known = gather(term, form.language, known);
    }
    const factor = factorOf(known, weight * times);
    for (let index = 0; index < known; index++) {
      const position = held[index] ?? 0;
      const frequency = frequencies[position] ?? 0;
      frequencies[position] = 0;
      add(position, frequency, factor);
    }
  }
  return { scores, complete: true };
}

/** What is counted, and how often it was typed. */
function concepts(
  leaves: readonly Leaf[],
  vocabulary: Vocabulary,
): readonly (readonly [Concept, number])[] {
  const times = new Map<string, number>();
  const kinds = new Map<string, Leaf>();
  for (const leaf of leaves) {
    const key = JSON.stringify(leaf);
    times.set(key, (times.get(key) ?? 0) + 1);
    kinds.set(key, leaf);
  }
  return [...kinds].flatMap(([key, leaf]) =>
    conceptsOf(leaf, vocabulary).map((concept) => [concept, times.get(key) ?? 1] as const),
  );
}

function conceptsOf(leaf: Leaf, vocabulary: Vocabulary): readonly Concept[] {
  const { text } = leaf;
  const words = text.split(" ");
  const whole = (terms: readonly string[]): Concept => ({
    terms,
    forms: [],
    weight: 1 + exactWeight,
  });
  if (leaf.type === "word" && leaf.prefix && !unspaced.test(text)) {
    const last = words.pop() ?? "";
    const { terms } = vocabulary.beginningWith(last);
    return [...words.map((word) => whole([word])), whole(terms)];
  }
  const forms = leaf.type === "word" && words.length === 1 ? vocabulary.forms(text) : [];
  if (forms.length > 0) {
    return [
      { terms: [text], forms, weight: 1 },
      { terms: [text], forms: [], weight: exactWeight },
    ];
  }
  const row = unspaced.test(text) ? (pairRow(text) ?? []) : [];
  return [
    ...words.map((word) => whole([word])),
    ...row.map((pair) => ({ terms: [pair], forms: [], weight: pairWeight })),
  ];
}
