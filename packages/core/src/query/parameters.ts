import { maxCursorLength } from "./cursor.ts";
import { defaultPageSize, maxPageSize } from "./page-size.ts";
import { maxQueryLength } from "./parse-text.ts";
import type { Sort } from "./query.ts";

/** Most values in one list parameter: more sections or languages than an archive is asked for at once. */
export const maxListValues = 50;

/** Longest single value of a list or a date, in UTF-16 units: a language tag or an instant fits three times. */
export const maxValueLength = 100;

/** In what order a list can be asked for. */
export const sorts: readonly Sort[] = ["newest", "oldest", "relevance"];

/** Fields that can be counted by value. */
export const facetFields: readonly ["section", "lang", "tag", "author", "source", "year"] = [
  "section",
  "lang",
  "tag",
  "author",
  "source",
  "year",
];

/** The name of a query parameter, as it stands in a URL. */
export type ParameterName =
  | "q"
  | "section"
  | "lang"
  | "tag"
  | "author"
  | "source"
  | "from"
  | "to"
  | "sort"
  | "limit"
  | "cursor"
  | "facets";

/** What values a parameter takes. Only lists may be repeated; their values may also be joined by commas. */
export type ParameterForm =
  | { readonly type: "text"; readonly maxLength: number }
  | { readonly type: "list"; readonly values?: readonly string[] }
  | { readonly type: "choice"; readonly values: readonly string[]; readonly default: string }
  | { readonly type: "date" }
  | {
      readonly type: "integer";
      readonly minimum: number;
      readonly maximum: number;
      readonly default: number;
    }
  | { readonly type: "cursor"; readonly maxLength: number };

/** One thing that can be asked for. */
export type Parameter = {
  readonly name: ParameterName;
  readonly form: ParameterForm;
  /** One or two sentences, for help texts and for the description of the HTTP interface. */
  readonly description: string;
  readonly example: string;
  /** The flag of the command line. Absent for what is written there without a flag. */
  readonly flag?: string;
  /** What the same thing is called elsewhere, so that a wrong guess is answered with the right name. */
  readonly alsoCalled: readonly string[];
};

/**
 * Every parameter, in the order in which they are explained. URLs, the command line and the description
 * of the HTTP interface are all made from this table.
 *
 * @example
 * ```ts
 * import { parameters } from "@broadsheet/core";
 *
 * parameters.find(({ name }) => name === "q")?.form.type; // => "text"
 * ```
 */
export const parameters: readonly Parameter[] = [
  {
    name: "q",
    form: { type: "text", maxLength: maxQueryLength },
    description:
      'Words that must all occur, "a phrase" in quotation marks, -word or NOT for what must not occur, OR between alternatives, brackets, begin* for the beginning of a word, and fields: title: section: tag: lang: author: source: date: after: before: until: has: problem: inferred: is:.',
    example: '(bridge OR ferry) -toll after:2024 title:"new road"',
    alsoCalled: ["query", "search", "text", "term", "keywords"],
  },
  {
    name: "section",
    form: { type: "list" },
    description:
      "Articles of any of these sections, in capitals or not. `_none` stands for articles without a section.",
    example: "national,business",
    flag: "--section",
    alsoCalled: ["sections", "category", "categories", "topic"],
  },
  {
    name: "lang",
    form: { type: "list" },
    description:
      "Articles in any of these languages (BCP 47 tags); zh also finds zh-Hant. `_none` stands for articles whose language is not known.",
    example: "en,km",
    flag: "--lang",
    alsoCalled: ["language", "languages", "locale", "inLanguage"],
  },
  {
    name: "tag",
    form: { type: "list" },
    description:
      "Articles with any of these keywords, each whole, in capitals or not. `_none` stands for articles without keywords.",
    example: "rain-season,elections",
    flag: "--tag",
    alsoCalled: ["tags", "keyword"],
  },
  {
    name: "author",
    form: { type: "list" },
    description:
      "Articles by any of these people, by their whole names. `_none` stands for articles that name nobody.",
    example: "sok-dara",
    flag: "--author",
    alsoCalled: ["authors", "by", "byline"],
  },
  {
    name: "source",
    form: { type: "list" },
    description:
      "Articles that first appeared at any of these hosts, without www. `_none` stands for articles that give no address.",
    example: "example.com",
    flag: "--source",
    alsoCalled: ["sources", "site", "host", "domain"],
  },
  {
    name: "from",
    form: { type: "date" },
    description:
      "Articles from the beginning of this year, month, week, day or instant on; also yesterday, 7d, monday or march. Without an offset it is meant in the archive's time zone.",
    example: "2024-11",
    flag: "--from",
    alsoCalled: ["since", "after", "start", "begin", "date_from"],
  },
  {
    name: "to",
    form: { type: "date" },
    description:
      "Articles up to the end of this year, month or day, which is included: from 2024 to 2024 is the whole year. With a time of day, articles before that instant, which is not included.",
    example: "2024-11-26",
    flag: "--to",
    alsoCalled: ["until", "before", "end", "date_to"],
  },
  {
    name: "sort",
    form: { type: "choice", values: sorts, default: "newest" },
    description:
      "By date, undated articles last, or with the best match first, which needs words to look for.",
    example: "relevance",
    flag: "--sort",
    alsoCalled: ["order", "orderby", "order_by", "sort_by"],
  },
  {
    name: "limit",
    form: { type: "integer", minimum: 1, maximum: maxPageSize, default: defaultPageSize },
    description: "Most articles in one answer.",
    example: "50",
    flag: "--limit",
    alsoCalled: ["count", "size", "per_page", "page_size", "top", "rows"],
  },
  {
    name: "cursor",
    form: { type: "cursor", maxLength: maxCursorLength },
    description:
      "Where to go on: the cursor that came with the page before. It says nothing else and may change its form at any time.",
    example: "WyJuIiwxNzMyNjI4NTE3ODUyLCJBUlQxIl0",
    flag: "--cursor",
    alsoCalled: ["page", "offset", "next", "after_id", "start_at"],
  },
  {
    name: "facets",
    form: { type: "list", values: facetFields },
    description:
      "Fields to count by value beside the articles. The counts of a field leave out the filter on that field itself.",
    example: "section,year",
    flag: "--facets",
    alsoCalled: ["facet", "aggregate", "aggregations", "group"],
  },
];
