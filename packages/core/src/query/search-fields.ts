import type { InferredField } from "../article/article.ts";
import { problemCodes } from "../problem.ts";
import type { FilterField } from "./query.ts";

/** What can stand before a colon. */
export type SearchFieldName = FilterField | "title" | "date" | "after" | "before" | "until";

/** One field of the query language. */
export type SearchField = {
  readonly name: SearchFieldName;
  /** Other names that are understood. */
  readonly alsoCalled: readonly string[];
  /** The only values there are. Absent: any. */
  readonly values?: readonly string[];
  /** One sentence, for help texts. */
  readonly description: string;
  readonly example: string;
};

/** Every field that articles can be inferred to have; the key is how it may be typed. */
const inferredFields: Readonly<Record<InferredField, true>> = {
  headline: true,
  description: true,
  section: true,
  inLanguage: true,
  datePublished: true,
  author: true,
  dateline: true,
  translationGroup: true,
};

/**
 * The fields of the query language, in the order in which they are explained.
 *
 * @example
 * ```ts
 * import { parseSearch, searchFields } from "@broadsheet/core";
 *
 * searchFields.some(({ example }) => parseSearch(example, { timeZone: "UTC", nowMs: 0 }).warnings.length > 0); // => false
 * ```
 */
export const searchFields: readonly SearchField[] = [
  {
    name: "title",
    alsoCalled: ["headline", "intitle"],
    description: "Words or a phrase in the headline.",
    example: 'title:"old bridge"',
  },
  {
    name: "section",
    alsoCalled: ["category"],
    description: "The section, in capitals or not.",
    example: "section:asia-pacific",
  },
  {
    name: "tag",
    alsoCalled: ["tags", "keyword", "keywords"],
    description: "A keyword of the front matter, whole.",
    example: 'tag:"rain season"',
  },
  {
    name: "lang",
    alsoCalled: ["language"],
    description: "The language: zh also finds zh-Hant (RFC 4647, basic filtering).",
    example: "lang:km",
  },
  {
    name: "author",
    alsoCalled: ["by"],
    description: "An author, by the whole name; author:sok* by its beginning.",
    example: 'author:"Sok Dara"',
  },
  {
    name: "source",
    alsoCalled: ["site", "host"],
    description: "The host of the address where the article first appeared.",
    example: "source:example.com",
  },
  {
    name: "date",
    alsoCalled: ["published", "on", "year"],
    description: "A year, month, week or day, or a range of them.",
    example: "date:2024-11..2025-01",
  },
  {
    name: "after",
    alsoCalled: ["since", "from"],
    description: "From the beginning of this date on.",
    example: "after:yesterday",
  },
  {
    name: "before",
    alsoCalled: [],
    description: "Before this date begins.",
    example: "before:2024",
  },
  {
    name: "until",
    alsoCalled: ["to"],
    description: "To the end of this date, which is included.",
    example: "until:march",
  },
  {
    name: "has",
    alsoCalled: [],
    values: ["image", "author", "date", "section", "tag", "lang", "source", "problem"],
    description: "Articles that have such a thing at all.",
    example: "has:image",
  },
  {
    name: "problem",
    alsoCalled: ["problems"],
    values: problemCodes,
    description: "Articles whose file has this problem.",
    example: "problem:date-unreadable",
  },
  {
    name: "inferred",
    alsoCalled: [],
    values: Object.keys(inferredFields),
    description: "Articles whose author did not write this field: it was worked out.",
    example: "inferred:datePublished",
  },
  {
    name: "is",
    alsoCalled: [],
    values: ["draft"],
    description: "Drafts, where they are among the results.",
    example: "is:draft",
  },
];

/** The field that is called so, in capitals or not. */
export function searchField(called: string): SearchField | undefined {
  const name = called.toLowerCase();
  return searchFields.find((field) => field.name === name || field.alsoCalled.includes(name));
}

/** Every name that a field has. */
export const searchFieldNames: readonly string[] = searchFields.flatMap(({ name, alsoCalled }) => [
  name,
  ...alsoCalled,
]);

const open: ReadonlySet<SearchFieldName> = new Set(["title", "section", "tag", "author", "source"]);

/** Whether it can be told of any text that it is no value of a field; of an open one everything may be. */
export function isClosed(name: SearchFieldName): name is Exclude<SearchFieldName, "title"> {
  return !open.has(name);
}
