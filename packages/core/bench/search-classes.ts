import { languages } from "./vocabulary.ts";

/** Searches of one kind: what is typed in each round, no word of it typed before in the same opening. */
export type SearchClass = {
  readonly name: string;
  readonly typed: readonly string[];
  readonly sort: "newest" | "relevance";
  readonly target?: TargetName;
  /** The last word is not typed to its end. */
  readonly begun?: true;
  /** Within a section, a language and a year. */
  readonly filtered?: true;
  readonly excerpts?: true;
  /** What others must know to be asked the same; `ours` is what none of them knows. */
  readonly needs?: "beginnings" | "filters" | "ours";
};

/** The design's targets for the middle one of many searches, in milliseconds: up to 100,000 articles, and beyond. */
const targets = {
  "date order": [5, 35],
  relevance: [50, 100],
  phrase: [10, 100],
  typing: [16, 50],
  "counts again": [1, 5],
} as const;

/** What a search is measured against. */
export type TargetName = keyof typeof targets;

/** A target for an archive of so many articles, in milliseconds. */
export function targetMs(name: TargetName, articles: number): number {
  return targets[name][articles > 100_000 ? 1 : 0];
}

/** A filter that lets through about one English article in fifty. */
export const within = {
  section: "national",
  language: "en",
  fromMs: Date.UTC(2020, 0, 1),
  toMs: Date.UTC(2021, 0, 1),
} as const;

const rounds = 40;
const [english, khmer, , japanese, thai, chinese] = languages.map(({ words }) => words);
const words = english ?? [];
// The first words of the vocabulary are in almost every article, the last in few. A word that stands there
// twice is in more articles than its place says.
const once = words.filter((word) => words.indexOf(word) === words.lastIndexOf(word));
/** In 50 to 66 of 100 articles. */
const ofMost = words.slice(8, 22);
/** In 35 to 50 of 100. */
export const ofMany: readonly string[] = words.slice(22, 22 + rounds + 8);
/** In about 1 of 100. */
const ofSome = once.slice(4_600, 4_600 + rounds);
/** In about 1 of 200: the rarest that there are. */
const ofFew = once.slice(-rounds);

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
const beginnings = (length: number): readonly string[] =>
  distinct(words.filter((word) => word.length > length).map((word) => word.slice(0, length)));
const pairs = (all: readonly string[] = [], between: string): readonly string[] =>
  all.slice(0, rounds).map((word, n) => `${word}${between}${all[(n * 7 + 1) % all.length]}`);
const each = (text: (round: number) => string): readonly string[] =>
  Array.from({ length: rounds }, (_, round) => text(round));
/** A word with two of its letters in each other's place. */
export const misspelt: readonly string[] = ofSome.map((word) =>
  word.replace(/^(..)(.)(.)/, "$1$3$2"),
);

/** What is searched for: the classes in which search engines differ. */
export const searchClasses: readonly SearchClass[] = [
  { name: "rare word", typed: ofFew, sort: "relevance", target: "relevance" },
  { name: "word of 1 %", typed: ofSome, sort: "relevance", target: "relevance" },
  { name: "word of 1 %, newest", typed: ofSome, sort: "newest", target: "date order" },
  { name: "word of 60 %", typed: ofMost, sort: "relevance", target: "relevance" },
  { name: "word of 60 %, newest", typed: ofMost, sort: "newest", target: "date order" },
  {
    name: "two words",
    typed: each((n) => `${ofMany[n]} ${ofSome[n]}`),
    sort: "relevance",
    target: "relevance",
  },
  {
    name: "two words of many, newest",
    typed: pairs(ofMany, " "),
    sort: "newest",
    target: "date order",
  },
  {
    name: "eight words",
    typed: each((n) => [...ofMany.slice(n, n + 4), ...ofSome.slice(n, n + 3), ofFew[n]].join(" ")),
    sort: "relevance",
  },
  {
    name: "phrase of common words",
    typed: each((n) => `"${ofMany[n]} ${ofMany[n + 2]}"`),
    sort: "relevance",
    target: "phrase",
    needs: "ours",
  },
  {
    name: "beginning of 2 letters, newest",
    typed: beginnings(2),
    sort: "newest",
    target: "typing",
    begun: true,
    needs: "beginnings",
  },
  {
    name: "beginning of 2 letters",
    typed: beginnings(2),
    sort: "relevance",
    target: "typing",
    begun: true,
    needs: "beginnings",
  },
  {
    name: "beginning of 3 letters, newest",
    typed: beginnings(3).slice(0, rounds),
    sort: "newest",
    target: "typing",
    begun: true,
    needs: "beginnings",
  },
  {
    name: "word, section, language, year",
    typed: ofMany.slice(0, rounds),
    sort: "newest",
    target: "date order",
    filtered: true,
    needs: "filters",
  },
  {
    name: "tree of words and filters",
    typed: each(
      (n) =>
        `(${ofMany[n]} OR title:${ofSome[n]}) -section:business lang:en after:2019 NOT is:draft`,
    ),
    sort: "newest",
    needs: "ours",
  },
  {
    name: "Khmer word",
    typed: khmer?.slice(0, rounds) ?? [],
    sort: "relevance",
    target: "relevance",
    needs: "ours",
  },
  {
    name: "two Khmer words together",
    typed: pairs(khmer, ""),
    sort: "relevance",
    target: "phrase",
    needs: "ours",
  },
  {
    name: "Japanese, Thai, Chinese together",
    typed: [japanese, thai, chinese].flatMap((all) => pairs(all, "").slice(0, 13)),
    sort: "relevance",
    target: "phrase",
    needs: "ours",
  },
  {
    name: "20 excerpts",
    typed: ofMany.slice(0, rounds),
    sort: "relevance",
    excerpts: true,
    needs: "ours",
  },
];
