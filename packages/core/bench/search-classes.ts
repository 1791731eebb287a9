import { languages } from "./vocabulary.ts";

/** Searches of one kind: what is typed in each round, no word of it typed before. */
export type SearchClass = {
  readonly name: string;
  readonly typed: readonly string[];
  readonly sort: "newest" | "relevance";
  /** Within a section, a language and a year. */
  readonly filtered?: true;
  /** Only for those who know phrases, beginnings of words and scripts without spaces. */
  readonly isOurs?: true;
};

const rounds = 40;
const [english, khmer] = languages;
// In the vocabulary come the words of every sentence first, then those of the news, then the rare ones.
const common = english?.words.slice(24, 24 + rounds + 8) ?? [];
const rare = english?.words.slice(-rounds) ?? [];
const middle = english?.words.slice(400, 400 + rounds) ?? [];
const khmerWords = khmer?.words ?? [];

function typed(text: (round: number) => string): readonly string[] {
  return Array.from({ length: rounds }, (_, round) => text(round));
}

/** What is searched for: the classes in which search engines differ. */
export const searchClasses: readonly SearchClass[] = [
  { name: "common word, newest", typed: typed((n) => common[n] ?? ""), sort: "newest" },
  { name: "common word, relevance", typed: typed((n) => common[n] ?? ""), sort: "relevance" },
  { name: "word of some, relevance", typed: typed((n) => middle[n] ?? ""), sort: "relevance" },
  { name: "rare word, relevance", typed: typed((n) => rare[n] ?? ""), sort: "relevance" },
  {
    name: "two words, relevance",
    typed: typed((n) => `${common[n]} ${middle[n]}`),
    sort: "relevance",
  },
  {
    name: "eight words, not all in one",
    typed: typed((n) => [...common.slice(n, n + 4), ...middle.slice(n, n + 3), rare[n]].join(" ")),
    sort: "relevance",
  },
  {
    name: "phrase, newest",
    typed: typed((n) => `"${common[n]} ${common[n + 2]}"`),
    sort: "newest",
    isOurs: true,
  },
  {
    name: "two letters while typing",
    typed: typed((n) => `${middle[n]?.slice(0, 2)}*`),
    sort: "newest",
    isOurs: true,
  },
  {
    name: "Khmer words together",
    typed: typed((n) => `${khmerWords[n % khmerWords.length]}${khmerWords[(n * 7) % 11]}`),
    sort: "relevance",
    isOurs: true,
  },
  {
    name: "tree of words and filters",
    typed: typed(
      (n) => `(${common[n]} OR title:${rare[n]}) -section:business lang:en after:2019 has:image`,
    ),
    sort: "newest",
    isOurs: true,
  },
  {
    name: "word, section, language, year",
    typed: typed((n) => common[n] ?? ""),
    sort: "newest",
    filtered: true,
    isOurs: true,
  },
];

/** The middle one of some times and the one that a hundredth exceeds (of forty: the slowest). */
export function percentiles(times: readonly number[]): readonly [p50: number, p99: number] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  return [at(0.5), at(0.99)];
}
