import { words, type Word } from "../text/words.ts";
import type { SearchTerm } from "./search-terms.ts";

/** A place in a text where a term stands. */
export type Match = {
  /** Which of the terms, from 0. */
  readonly term: number;
  /** Start and end (exclusive) in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
};

/** All places where a term stands in a text, by their start; where several begin, the longest. */
export function findMatches(text: string, terms: readonly SearchTerm[]): readonly Match[] {
  if (terms.length === 0) return [];
  const all = [...words(text)];
  const matches: Match[] = [];
  for (let index = 0; index < all.length; index++) {
    const match = longestAt(all, index, terms);
    if (match !== undefined) matches.push(match);
  }
  return matches;
}

function longestAt(
  all: readonly Word[],
  index: number,
  terms: readonly SearchTerm[],
): Match | undefined {
  let longest: Match | undefined;
  for (const [number, term] of terms.entries()) {
    if (!standsAt(all, index, term)) continue;
    const end = all[index + term.words.length - 1]?.end ?? 0;
    if (end > (longest?.end ?? 0)) longest = { term: number, start: all[index]?.start ?? 0, end };
  }
  return longest;
}

function standsAt(all: readonly Word[], index: number, term: SearchTerm): boolean {
  const last = term.words.length - 1;
  return term.words.every((wanted, offset) => {
    const text = all[index + offset]?.text;
    return offset === last && term.prefix ? text?.startsWith(wanted) === true : text === wanted;
  });
}
