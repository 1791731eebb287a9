import { findMatches, type Match } from "../query/find-matches.ts";
import type { TextNode } from "../query/query.ts";
import { type SearchTerm, searchTerms } from "../query/search-terms.ts";
import { graphemesOf } from "../text/segmenters.ts";
import { words } from "../text/words.ts";
import type { Excerpt } from "./archive.ts";

/** Longest excerpt in UTF-16 units: two or three lines of a list. */
export const excerptLength = 220;

/** How far before a match an excerpt may begin, to begin with its sentence. */
const leadIn = 90;

/** A text with what matches in it; `language` is its tag, where it is known. */
export function highlight(text: string, terms: readonly SearchTerm[], language?: string): Excerpt {
  return { text, highlights: ranges(text, findMatches(text, terms, language)) };
}

/**
 * A text with the parts of it that a search looks for; with none when nothing is searched for. What is looked
 * for in headlines alone is found only where the text is one.
 *
 * @example
 * ```ts
 * import { highlightText, parseText } from "@broadsheet/core";
 *
 * highlightText("Ferries wait at the bridge", parseText("bridge wait")).highlights; // => [[8, 12], [20, 26]]
 * ```
 */
export function highlightText(
  text: string,
  searched: TextNode | undefined,
  isHeadline = false,
): Excerpt {
  const terms = searchTerms(searched).filter(({ field }) => isHeadline || field === undefined);
  return highlight(text, terms);
}

/**
 * The passage of a body that shows most of what was looked for, or its beginning when nothing is found in
 * it. It begins and ends on a word, with `…` where it was cut. Undefined for an empty body.
 */
export function excerptOf(
  body: string,
  terms: readonly SearchTerm[],
  language?: string,
): Excerpt | undefined {
  const text = body.replace(/\s+/gu, " ").trim();
  if (text === "") return undefined;
  const matches = findMatches(text, terms, language);
  const best = densest(matches);
  const from = best === undefined ? 0 : sentenceStart(text, best.start);
  const [start, end] = wordSpan(text, from, from + excerptLength, best);
  const before = start > 0 ? "…" : "";
  const shown = text.slice(start, end);
  const inside = matches
    .filter((match) => match.start >= start && match.end <= end)
    .map((match) => ({ ...match, start: match.start - start, end: match.end - start }));
  return {
    text: `${before}${shown}${end < text.length ? "…" : ""}`,
    highlights: ranges(shown, inside).map(
      ([first, last]) => [first + before.length, last + before.length] as const,
    ),
  };
}

/** The first match of the stretch that shows most different terms. */
function densest(matches: readonly Match[]): Match | undefined {
  let best = matches[0];
  let most = 0;
  for (const [index, first] of matches.entries()) {
    const shown = new Set<number>();
    for (let next = index; next < matches.length; next++) {
      const match = matches[next];
      if (match === undefined || match.end - first.start > excerptLength - leadIn) break;
      shown.add(match.term);
    }
    if (shown.size > most) {
      most = shown.size;
      best = first;
    }
  }
  return best;
}

/** Where the sentence around an offset begins, or as far before it as an excerpt may begin. */
function sentenceStart(text: string, offset: number): number {
  const earliest = Math.max(0, offset - leadIn);
  const before = text.slice(earliest, offset);
  const end = [...before.matchAll(/[.!?…]["”’»)]*\s|[。！？。។៕॥]["”’»」』)]*/gu)].at(-1);
  return end === undefined ? earliest : earliest + end.index + end[0].length;
}

/** The words between two offsets: from the start of the first whole word to the end of the last. */
function wordSpan(
  text: string,
  from: number,
  to: number,
  inside: Match | undefined,
): [number, number] {
  let start = from;
  if (from > 0 && !/[\s。！？។៕]/u.test(text.charAt(from - 1))) {
    const first = words(text.slice(from - 1, from + leadIn)).find((word) => word.start > 0);
    start = Math.min(from - 1 + (first?.start ?? 1), inside?.start ?? from);
  }
  if (to >= text.length) return [start, text.length];
  let end = inside === undefined ? start : inside.end;
  for (const word of words(text.slice(start, to + 1))) {
    if (start + word.end <= to) end = Math.max(end, start + word.end);
  }
  return [start, end === start ? to : end];
}

/** Matches as ranges that overlap nowhere and cut no grapheme. */
function ranges(text: string, matches: readonly Match[]): [number, number][] {
  const merged: [number, number][] = [];
  const segments = matches.length > 0 ? graphemesOf(text) : undefined;
  for (const { start, end } of matches) {
    const first = segments?.containing(start)?.index ?? start;
    const tail = segments?.containing(end - 1);
    const last = tail === undefined ? end : tail.index + tail.segment.length;
    const previous = merged.at(-1);
    if (previous !== undefined && first < previous[1]) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return merged;
}
