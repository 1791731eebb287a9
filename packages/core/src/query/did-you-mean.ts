/** Longer words are not compared: no name is that long, and the work grows with the length. */
const maxWordLength = 40;

/**
 * The candidate that was probably meant, or undefined when none is near. A candidate is near when a
 * third of its letters or fewer (at least one) must be put in, left out, replaced or swapped with their
 * neighbours: the optimal string alignment distance (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance).
 * Of several equally near ones the first is taken; letter case does not count.
 *
 * @example
 * ```ts
 * import { didYouMean } from "@broadsheet/core";
 *
 * didYouMean("secton", ["section", "sort"]); // => "section"
 * didYouMean("xyz", ["section", "sort"]); // => undefined
 * ```
 */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const needed = mistakesIn(word, candidate);
    if (needed === undefined || needed >= least) continue;
    nearest = candidate;
    least = needed;
  }
  return nearest;
}

/** How many letters of a word are wrong if a candidate was meant; undefined when the candidate is not near. */
export function mistakesIn(word: string, candidate: string): number | undefined {
  if (word === "" || word.length > maxWordLength) return undefined;
  const allowed = Math.max(1, Math.floor(candidate.length / 3));
  if (Math.abs(word.length - candidate.length) > allowed) return undefined;
  const needed = distance(word.toLowerCase(), candidate.toLowerCase());
  return needed <= allowed && needed < candidate.length ? needed : undefined;
}

function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        row > 1 && swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
