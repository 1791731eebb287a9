import { unspaced } from "../text/character-kinds.ts";
import { pairRow } from "../text/pairs.ts";
import type { Columns } from "./columns.ts";
import type { Leaf } from "./fts-term.ts";
import type { GoOn } from "./patience.ts";
import type { Concept, TermLists } from "./term-lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How much a word counts in headline, description, keywords, body and marks. */
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

/** What counts for ranking, and how much. */
type Counted = Concept & { readonly weight: number };

/**
 * How well each article matches some words and phrases, by position: BM25 with weighted columns (BM25F,
 * Robertson, Zaragoza & Taylor 2004), summed over words and pairs; 0 for no match. A word typed twice counts
 * twice. `scores` is overwritten. False when there was no time for all of them.
 */
export function scoreTexts(
  leaves: readonly Leaf[],
  lists: TermLists,
  vocabulary: Vocabulary,
  columns: Columns,
  scores: Float64Array,
  goOn: GoOn,
): boolean {
  const { lengths } = columns;
  const perWord = saturationPerWord(columns);
  scores.fill(0);
  for (const [{ weight, ...concept }, times] of counted(leaves, vocabulary)) {
    const list = lists.read(concept, goOn);
    if (list === undefined) return false;
    const { positions, frequencies } = list;
    const factor = weight * times * (k1 + 1) * rarity(columns, positions.length);
    for (let index = 0; index < positions.length; index++) {
      const position = positions[index] ?? 0;
      const frequency = frequencies[index] ?? 0;
      const saturated = leastSaturation + perWord * (lengths[position] ?? 0);
      scores[position] = (scores[position] ?? 0) + (factor * frequency) / (frequency + saturated);
    }
  }
  return true;
}

const leastSaturation = k1 * (1 - b);

function saturationPerWord({ count, unsearchable, totalLength }: Columns): number {
  return (k1 * b) / Math.max(1, totalLength / Math.max(1, count - unsearchable));
}

/** How often a word must be in an article for half of what it can count there. */
export function saturation(columns: Columns, position: number): number {
  return leastSaturation + saturationPerWord(columns) * (columns.lengths[position] ?? 0);
}

/** How much a word that is in so many articles tells: its inverse document frequency. */
export function rarity({ count, unsearchable }: Columns, articles: number): number {
  return Math.log(1 + (count - unsearchable - articles + 0.5) / (articles + 0.5));
}

/** What is counted, and how often it was typed. */
function counted(
  leaves: readonly Leaf[],
  vocabulary: Vocabulary,
): readonly (readonly [Counted, number])[] {
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

function conceptsOf(leaf: Leaf, vocabulary: Vocabulary): readonly Counted[] {
  const { text } = leaf;
  const words = text.split(" ");
  const whole = (terms: readonly string[]): Counted => ({
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
