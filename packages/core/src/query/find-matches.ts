import { pairs, type Pair } from "../text/pairs.ts";
import { stem, stemLanguage } from "../text/stem.ts";
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

/**
 * All places where a term stands in a text, by their start; where several begin, the longest. `language` is
 * the text's (a tag, such as `en`): the forms of its words are known by it.
 */
export function findMatches(
  text: string,
  terms: readonly SearchTerm[],
  language?: string,
): readonly Match[] {
  if (terms.length === 0) return [];
  const stems = stemLanguage(language);
  const numbered = terms.map((term, number) => ({ term, number }));
  const ofWords = numbered
    .filter(({ term }) => term.pairs !== true)
    .map((each) => ({ ...each, tests: wordTests(each.term, stems) }));
  const ofPairs = numbered
    .filter(({ term }) => term.pairs === true)
    .map((each) => ({ ...each, tests: wordTests(each.term, undefined) }));
  const found = [
    ...(ofWords.length > 0 ? matchesAmong([...words(text)], ofWords) : []),
    ...(ofPairs.length > 0 ? matchesAmong([...pairs(text)], ofPairs) : []),
  ];
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end).filter(isFirstAtStart);
}

function isFirstAtStart(match: Match, index: number, all: readonly Match[]): boolean {
  return index === 0 || all[index - 1]?.start !== match.start;
}

/** A term with one test for each of its words. */
type Wanted = {
  readonly term: SearchTerm;
  readonly number: number;
  readonly tests: readonly ((word: string) => boolean)[];
};

function wordTests(term: SearchTerm, language: string | undefined): Wanted["tests"] {
  const last = term.words.length - 1;
  return term.words.map((wanted, index) => {
    if (index === last && term.prefix) return (word) => word.startsWith(wanted);
    if (term.forms !== true || language === undefined) return (word) => word === wanted;
    const stemmed = stem(wanted, language);
    return (word) => word === wanted || stem(word, language) === stemmed;
  });
}

function matchesAmong(all: readonly (Word | Pair)[], wanted: readonly Wanted[]): Match[] {
  return all.flatMap(({ start }, index) => {
    let longest: Match | undefined;
    for (const { term, number, tests } of wanted) {
      const stands = tests.every((isIt, offset) => {
        const word = all[index + offset]?.text;
        return word !== undefined && isIt(word);
      });
      if (!stands) continue;
      const end = endOf(all[index + tests.length - 1], term);
      if (end > (longest?.end ?? 0)) longest = { term: number, start, end };
    }
    return longest ?? [];
  });
}

/** A single letter is looked for as the beginning of a pair, and does not reach to the other letter. */
function endOf(last: Word | Pair | undefined, term: SearchTerm): number {
  if (last === undefined) return 0;
  const single = term.pairs === true && term.prefix && term.words.length === 1;
  return single && "firstEnd" in last ? last.firstEnd : last.end;
}
