import { isStopWord } from "../text/stop-words.ts";
import { unspaced } from "../text/character-kinds.ts";
import type { Columns } from "./columns.ts";
import { intersection } from "./filter-positions.ts";
import type { Leaf } from "./fts-term.ts";
import type { GoOn } from "./patience.ts";
import { columnOf } from "./posting-decoder.ts";
import type { TermPostings } from "./postings.ts";
import type { Ranked } from "./rank-positions.ts";
import { columnWeights, rarity, saturation } from "./score-texts.ts";
import type { TermLists } from "./term-lists.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** So many of the best are looked at more closely: what was meant is among them, or not found by its words. */
const lookedAt = 200;

/** Words are near each other within so many steps (Metzler & Croft 2005, "A Markov random field model"). */
const nearSteps = 8;

/**
 * How much it counts that two words stand beside each other as they were typed, and that they are near each
 * other in any order. `npm run eval` shows that 0.3 and 0.7 do as well.
 */
const besideWeight = 0.5;
const nearWeight = 0.5;

/** What the words of one generation are looked up in. */
export type Means = {
  readonly columns: Columns;
  readonly vocabulary: Vocabulary;
  readonly lists: TermLists;
  readonly postings: TermPostings;
};

/** A word that was typed: how much it tells, and where it stands in the articles by their row. */
type Placed = {
  readonly rarity: number;
  readonly places: ReadonlyMap<number, readonly number[]>;
};

/**
 * The same list with the best of it ordered anew: articles gain where neighbours of what was typed are
 * neighbours in them too, most in the headline. Words that say nothing are passed over; beginnings of words
 * stand for too many, and scripts without spaces are ranked by their pairs already. Undefined when there was no
 * time.
 */
export function rankCloseness(
  ranked: Ranked,
  leaves: readonly Leaf[],
  means: Means,
  goOn: GoOn,
): Ranked | undefined {
  const { columns, vocabulary } = means;
  const together = neighbours(leaves.flatMap(wordsOf), vocabulary.languages);
  const count = Math.min(lookedAt, ranked.ranked);
  if (together.length === 0 || count < 2) return ranked;
  const top = ranked.positions.slice(0, count);
  const ascending = top.toSorted();
  const placed = new Map<string, Placed>();
  for (const text of new Set(together.flat())) {
    const word = placedIn(text, ascending, means, goOn);
    if (word === undefined) return undefined;
    placed.set(text, word);
  }
  const scores = Float64Array.from(top, (position, index) => {
    const saturated = saturation(columns, position);
    const gain = ([one, other]: readonly [string, string]): number =>
      gainOf(placed.get(one), placed.get(other), columns.sortKeys[position] ?? NaN, saturated);
    return together.reduce((sum, pair) => sum + gain(pair), ranked.scores[index] ?? 0);
  });
  return reordered(ranked, scores);
}

/** The words of a leaf, whole; undefined for what none of its neighbours is compared with. */
function wordsOf({ text, ...leaf }: Leaf): readonly (string | undefined)[] {
  if (unspaced.test(text)) return [undefined];
  const words = text.split(" ");
  return leaf.type === "word" && leaf.prefix ? [...words.slice(0, -1), undefined] : words;
}

/** The pairs of words that were typed one after the other, but for such as say nothing. */
function neighbours(
  words: readonly (string | undefined)[],
  languages: readonly string[],
): readonly (readonly [string, string])[] {
  const saying = words.filter((word) => word === undefined || !isStopWord(word, languages));
  return saying.flatMap((word, index) => {
    const next = saying[index + 1];
    return word === undefined || next === undefined || next === word ? [] : [[word, next] as const];
  });
}

/** Where a word and its other forms stand in some articles. */
function placedIn(text: string, top: Uint32Array, means: Means, goOn: GoOn): Placed | undefined {
  const { columns, vocabulary, lists, postings } = means;
  const forms = vocabulary.forms(text);
  const all = lists.read({ terms: [text], forms }, goOn);
  if (all === undefined) return undefined;
  const places = new Map<number, readonly number[]>();
  const inLanguages = forms.flatMap(({ language, terms }) => {
    const isIn = vocabulary.setsIn(language);
    const theirs = top.filter((position) => isIn[columns.numbers.lang[position] ?? 0] === 1);
    return theirs.length === 0 ? [] : terms.map((term) => [term, theirs] as const);
  });
  for (const [term, among] of [[text, top] as const, ...inLanguages]) {
    const list = lists.read({ terms: [term], forms: [] }, goOn);
    if (list === undefined) return undefined;
    // What is at hand already tells most forms to be in none of them.
    const holding = intersection(among, list.positions);
    if (holding.length === 0) continue;
    const rows = Float64Array.from(holding, (position) => columns.sortKeys[position] ?? NaN);
    for (const [row, more] of postings.places(term, rows)) {
      const known = places.get(row);
      places.set(row, known === undefined ? more : [...known, ...more].toSorted((a, b) => a - b));
    }
  }
  return { rarity: rarity(columns, all.positions.length), places };
}

/** What an article gains by the places of two neighbours: as BM25 has it of a word. */
function gainOf(
  one: Placed | undefined,
  other: Placed | undefined,
  row: number,
  saturated: number,
): number {
  const first = one?.places.get(row);
  const second = other?.places.get(row);
  if (first === undefined || second === undefined) return 0;
  let beside = 0;
  let near = 0;
  let from = 0;
  for (const place of first) {
    const weight = columnWeights[columnOf(place)] ?? 0;
    while ((second[from] ?? Infinity) < place - nearSteps) from++;
    for (let index = from; (second[index] ?? Infinity) <= place + nearSteps; index++) {
      near += weight;
      if (second[index] === place + 1) beside += weight;
    }
  }
  const told = ((one?.rarity ?? 0) + (other?.rarity ?? 0)) / 2;
  const part = (times: number): number => times / (times + saturated);
  return told * (besideWeight * part(beside) + nearWeight * part(near));
}

/** A list whose first have new scores, in their order; equal ones stay as they were. */
function reordered(ranked: Ranked, scores: Float64Array): Ranked {
  const order = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const positions = ranked.positions.slice();
  const all = ranked.scores.slice();
  for (const [index, from] of order.entries()) {
    positions[index] = ranked.positions[from] ?? 0;
    all[index] = scores[from] ?? 0;
  }
  return { ...ranked, positions, scores: all };
}
