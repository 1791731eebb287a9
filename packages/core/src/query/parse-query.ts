import { declaredLanguage } from "../article/language.ts";
import { formatInstant, formatText } from "./format-text.ts";
import { defaultPageSize } from "./page-size.ts";
import { facetFields, parameters, sorts, type ParameterName } from "./parameters.ts";
import { maxQueryLength, parseSearch, parseText, type SearchReading } from "./parse-text.ts";
import { everything, type Query, type Sort, type TextNode } from "./query.ts";
import { readQueryDate, type DateFault, type QueryDate } from "./query-date.ts";
import { problem, type QueryProblem } from "./query-problem.ts";
import type { QueryWarning } from "./query-warning.ts";
import { readValues } from "./read-values.ts";
import type { Clock } from "./relative-date.ts";
import { sortOf } from "./search-terms.ts";
import { isAllOf } from "./tree.ts";
import { hostKey, noValue, valueKey } from "./value-key.ts";

/** What is not said in the parameters themselves. */
export type QueryContext = Clock & {
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
   * have equal answers. Dates that are counted from today are given as instants.
   */
  readonly entries: readonly (readonly [ParameterName, string])[];
  /** Everything that could not be understood; empty when all is well. */
  readonly problems: readonly QueryProblem[];
  /** What in `q` was searched as words although it may have been meant otherwise; nothing is refused for it. */
  readonly warnings: readonly QueryWarning[];
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
  { visibleAtMs, drafts = false, ...clock }: QueryContext,
): ParsedQuery {
  const { values, problems: wrongValues } = readValues(entries);
  const problems = [...wrongValues];
  const one = (name: ParameterName): string | undefined => values.get(name)?.[0];
  const list = (
    name: ParameterName,
    read: (value: string, problems: QueryProblem[]) => string | undefined,
  ): readonly string[] => distinct(values.get(name), (value) => read(value, problems));

  const { node: text, warnings } = readWords(one("q"), clock, problems);
  const sections = list("section", keyReader("section"));
  const languages = list("lang", readLanguage);
  const tags = list("tag", keyReader("tag"));
  const authors = list("author", keyReader("author"));
  const sources = list("source", readHost);
  const { fromMs, toMs, from, to } = readSpan(one("from"), one("to"), clock, problems);
  const sort = readSort(one("sort"), problems, {
    ...(text === undefined ? {} : { text }),
    isTyped: one("q") !== undefined,
  });
  const cursor = one("cursor");
  const facets = facetFields.filter((field) => values.get("facets")?.includes(field));
  const spelt: { readonly [name in ParameterName]?: readonly string[] } = {
    q: text === undefined ? [] : [spelling(one("q") ?? "", text, clock)],
    section: sections,
    lang: languages,
    tag: tags,
    author: authors,
    source: sources,
    from: from === undefined ? [] : [from],
    to: to === undefined ? [] : [to],
    facets,
  };

  return {
    query: {
      ...(text === undefined ? {} : { text }),
      sections,
      languages,
      tags,
      authors,
      sources,
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
      const value = (spelt[name] ?? values.get(name) ?? []).join(",");
      return value === "" ? [] : [[name, value] as const];
    }),
    problems,
    warnings,
  };
}

function readWords(
  typed: string | undefined,
  clock: Clock,
  problems: QueryProblem[],
): Pick<SearchReading, "node" | "warnings"> {
  if (typed === undefined) return { warnings: [] };
  const reading = parseSearch(typed, clock);
  if (reading.node === undefined) {
    const message = "There is no letter or digit in it to look for.";
    problems.push(problem("no-words", "q", typed, message, "Write a word, or leave it out."));
  }
  return reading;
}

/** What was typed, if it means the same tomorrow, or else what does. */
function spelling(typed: string, text: TextNode, clock: Clock): string {
  if (isAllOf(text, (leaf) => leaf.type !== "date")) return typed;
  const [now, later] = [text, parseText(typed, { timeZone: clock.timeZone })].map(
    (node) => node && formatText(node),
  );
  return now === undefined || now === later || now.length > maxQueryLength ? typed : now;
}

/** Reads values of a field that are compared by their keys. */
function keyReader(
  name: "section" | "tag" | "author",
): (value: string, problems: QueryProblem[]) => string | undefined {
  return (value, problems) => {
    const key = value === noValue ? noValue : valueKey(value);
    if (key !== "") return key;
    const message = "There is no letter or digit in it.";
    const remedy = `Write the name of ${name === "author" ? "an" : "a"} ${name}.`;
    problems.push(problem("no-words", name, value, message, remedy));
    return undefined;
  };
}

function readHost(value: string, problems: QueryProblem[]): string | undefined {
  const host = value === noValue ? noValue : hostKey(value);
  if (host !== undefined) return host;
  const message = "It is no name of a host.";
  problems.push(problem("not-a-host", "source", value, message, "Write a name: example.com."));
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
  problems: QueryProblem[],
  { text, isTyped }: Pick<Query, "text"> & { readonly isTyped: boolean },
): Sort {
  const asked = sorts.find((each) => each === value) ?? "newest";
  const sort = sortOf({ ...everything, ...(text === undefined ? {} : { text }), sort: asked });
  if (sort !== asked && !isTyped) {
    const message = "Nothing can match best when nothing is looked for.";
    const remedy = "Say in q what to look for, or sort by newest or oldest.";
    problems.push(problem("no-words", "sort", asked, message, remedy));
  }
  return sort;
}

/** From the start of `from` to the end of `to`, or to its start if it has a time of day. */
function readSpan(
  from: string | undefined,
  to: string | undefined,
  clock: Clock,
  problems: QueryProblem[],
): {
  readonly fromMs?: number;
  readonly toMs?: number;
  /** How the two are written so that they mean the same tomorrow. */
  readonly from?: string;
  readonly to?: string;
} {
  const first = readBound("from", from, clock, problems);
  const last = readBound("to", to, clock, problems);
  const fromMs = first?.date.fromMs;
  const toMs = last?.date.toMs;
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs) {
    const message = "No time lies between from and to.";
    problems.push(
      problem("range-empty", "to", to ?? "", message, "Give a to that is later than from."),
    );
  }
  return {
    ...(fromMs === undefined ? {} : { fromMs }),
    ...(toMs === undefined ? {} : { toMs }),
    ...(first === undefined ? {} : { from: first.isFixed ? (from ?? "") : formatInstant(fromMs) }),
    ...(last === undefined ? {} : { to: last.isFixed ? (to ?? "") : formatInstant(toMs) }),
  };
}

const notADate: Readonly<Record<DateFault, string>> = {
  "date-unreadable": "It is not a date.",
  "date-impossible": "There is no such date.",
  "date-ambiguous": "It can mean two dates.",
};

function readBound(
  name: "from" | "to",
  value: string | undefined,
  clock: Clock,
  problems: QueryProblem[],
): { readonly date: QueryDate; readonly isFixed: boolean } | undefined {
  if (value === undefined) return undefined;
  const date = readQueryDate(value, clock);
  if (typeof date !== "string") {
    const isFixed = typeof readQueryDate(value, { timeZone: clock.timeZone }) !== "string";
    return { date, isFixed };
  }
  const remedy =
    "Write a year (2024), a month (2024-11), a day (2024-11-26) or an instant (2024-11-26T08:30Z).";
  problems.push(problem("not-a-date", name, value, notADate[date], remedy));
  return undefined;
}

function distinct(
  values: readonly string[] | undefined,
  read: (value: string) => string | undefined,
): readonly string[] {
  return [...new Set((values ?? []).flatMap((value) => read(value) ?? []))].toSorted();
}
