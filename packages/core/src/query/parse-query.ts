import type { ArticleDate } from "../article/article-date.ts";
import { declaredLanguage } from "../article/language.ts";
import { readDate, type DateReading } from "../article/parse-date.ts";
import { sectionKey } from "../article/section.ts";
import { noValue } from "./match-summary.ts";
import { defaultPageSize } from "./page-size.ts";
import { facetFields, parameters, sorts, type ParameterName } from "./parameters.ts";
import { parseText } from "./parse-text.ts";
import type { Query, Sort, TextNode } from "./query.ts";
import { problem, type QueryProblem } from "./query-problem.ts";
import { readValues } from "./read-values.ts";

/** What is not said in the parameters themselves. */
export type QueryContext = {
  /** IANA name of the zone for dates without an offset: the archive's. */
  readonly timeZone: string;
  /** Articles published after this instant are left out. Absent: none are. */
  readonly visibleAtMs?: number;
  /** Whether drafts are among the results; default: they are not. */
  readonly drafts?: boolean;
};

/** Which part of the results is wanted, and what beside them. */
export type PageRequest = {
  readonly cursor?: string;
  readonly limit: number;
  readonly facets: readonly (typeof facetFields)[number][];
};

/** What was asked for. */
export type ParsedQuery = {
  /** Made of everything that could be understood. */
  readonly query: Query;
  readonly page: PageRequest;
  /**
   * The same parameters in one spelling and order, without what could not be understood: equal entries
   * have equal answers.
   */
  readonly entries: readonly (readonly [ParameterName, string])[];
  /** Everything that could not be understood; empty when all is well. */
  readonly problems: readonly QueryProblem[];
};

/**
 * Reads the parameters of a URL or a command line. Never throws: what is wrong comes back as problems.
 * The result does not depend on the host's time zone.
 *
 * @example
 * ```ts
 * import { defaultPageSize, noValue, parseQuery } from "@broadsheet/core";
 *
 * const url = new URL("https://example.com/?q=bridge&section=national,_none&limit=many");
 * const { query, page, problems } = parseQuery(url.searchParams, { timeZone: "UTC" });
 * query.text; // => { type: "word", text: "bridge", prefix: false }
 * query.sections; // => [noValue, "national"]
 * page.limit; // => defaultPageSize
 * problems.map(({ parameter }) => parameter); // => ["limit"]
 * ```
 */
export function parseQuery(
  entries: Iterable<readonly [string, string]>,
  { timeZone, visibleAtMs, drafts = false }: QueryContext,
): ParsedQuery {
  const { values, problems: wrongValues } = readValues(entries);
  const problems = [...wrongValues];
  const one = (name: ParameterName): string | undefined => values.get(name)?.[0];

  const text = readWords(one("q"), problems);
  const sections = distinct(values.get("section"), (value) => readSection(value, problems));
  const languages = distinct(values.get("lang"), (value) => readLanguage(value, problems));
  const { fromMs, toMs } = readSpan(one("from"), one("to"), timeZone, problems);
  const sort = readSort(one("sort"), text, one("q"), problems);
  const cursor = one("cursor");
  const facets = facetFields.filter((field) => values.get("facets")?.includes(field));

  return {
    query: {
      ...(text === undefined ? {} : { text }),
      sections,
      languages,
      ...(fromMs === undefined ? {} : { fromMs }),
      ...(toMs === undefined ? {} : { toMs }),
      sort,
      drafts,
      ...(visibleAtMs === undefined ? {} : { visibleAtMs }),
    },
    page: {
      ...(cursor === undefined ? {} : { cursor }),
      limit: Number(one("limit") ?? defaultPageSize),
      facets,
    },
    entries: parameters.flatMap(({ name }) => {
      const lists: { readonly [list in ParameterName]?: readonly string[] } = {
        section: sections,
        lang: languages,
        facets,
      };
      const value = (lists[name] ?? values.get(name) ?? []).join(",");
      return value === "" ? [] : [[name, value] as const];
    }),
    problems,
  };
}

function readWords(typed: string | undefined, problems: QueryProblem[]): TextNode | undefined {
  if (typed === undefined) return undefined;
  const text = parseText(typed);
  if (text === undefined) {
    const message = "There is no letter or digit in it to look for.";
    problems.push(problem("no-words", "q", typed, message, "Write a word, or leave it out."));
  }
  return text;
}

function readSection(value: string, problems: QueryProblem[]): string | undefined {
  const key = value === noValue ? noValue : sectionKey(value);
  if (key !== "") return key;
  const message = "There is no letter or digit in it.";
  problems.push(problem("no-words", "section", value, message, "Write the name of a section."));
  return undefined;
}

function readLanguage(value: string, problems: QueryProblem[]): string | undefined {
  const tag = value === noValue ? noValue : declaredLanguage(value)?.tag;
  if (tag !== undefined) return tag;
  const message = "There is no such language.";
  problems.push(problem("not-a-language", "lang", value, message, "Write a tag: en, km, zh-Hant."));
  return undefined;
}

function readSort(
  value: string | undefined,
  text: TextNode | undefined,
  typed: string | undefined,
  problems: QueryProblem[],
): Sort {
  const sort = sorts.find((each) => each === value) ?? "newest";
  if (sort !== "relevance" || text !== undefined) return sort;
  if (typed === undefined) {
    const message = "Nothing can match best when nothing is looked for.";
    problems.push(
      problem(
        "no-words",
        "sort",
        sort,
        message,
        "Say in q what to look for, or sort by newest or oldest.",
      ),
    );
  }
  return "newest";
}

/** From the start of `from` to the end of `to`, or to its start if it has a time of day. */
function readSpan(
  from: string | undefined,
  to: string | undefined,
  timeZone: string,
  problems: QueryProblem[],
): { readonly fromMs?: number; readonly toMs?: number } {
  const first = readBound("from", from, timeZone, problems);
  const last = readBound("to", to, timeZone, problems);
  const fromMs = first?.epochMs;
  const toMs = last?.instant === undefined ? last?.endMs : last.epochMs;
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) {
    const message = "No time lies between from and to.";
    problems.push(
      problem("range-empty", "to", to ?? "", message, "Give a to that is later than from."),
    );
  }
  return { ...(fromMs === undefined ? {} : { fromMs }), ...(toMs === undefined ? {} : { toMs }) };
}

/** A plus sign that was not percent-encoded arrives as a space: `…T08:00 07:00`. */
const offsetAfterSpace = /(T[\d:.,]+) (?=\d{2}:?\d{2}$)/i;

const notADate: { readonly [fault in Extract<DateReading, { fault: string }>["fault"]]: string } = {
  "date-unreadable": "It is not a date.",
  "date-impossible": "There is no such date.",
  "date-ambiguous": "It can mean two dates.",
};

function readBound(
  name: "from" | "to",
  value: string | undefined,
  timeZone: string,
  problems: QueryProblem[],
): ArticleDate | undefined {
  if (value === undefined) return undefined;
  const reading = readDate(value.replace(offsetAfterSpace, "$1+"), timeZone);
  if ("date" in reading) return reading.date;
  const remedy =
    "Write a year (2024), a month (2024-11), a day (2024-11-26) or an instant (2024-11-26T08:30Z).";
  problems.push(problem("not-a-date", name, value, notADate[reading.fault], remedy));
  return undefined;
}

function distinct(
  values: readonly string[] | undefined,
  read: (value: string) => string | undefined,
): readonly string[] {
  return [...new Set((values ?? []).flatMap((value) => read(value) ?? []))].toSorted();
}
