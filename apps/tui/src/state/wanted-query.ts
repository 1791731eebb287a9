import {
  canonicalQuery,
  parseQuery,
  searchFields,
  stillTyping,
  type Query,
} from "@broadsheet/core/view";
import type { State } from "./state.ts";

type Asked = Pick<State, "search" | "filters" | "sort" | "status">;

let lastAsked: Asked | undefined;
let lastAnswer: { readonly query: Query; readonly key: string } | undefined;

/** What the reader wants to see, and the same in one string. */
export function wantedQuery({ search, filters, sort, status }: State): {
  readonly query: Query;
  readonly key: string;
} {
  // Asked several times for each key, and the same until something is typed or chosen.
  if (
    lastAnswer !== undefined &&
    lastAsked?.search.text === search.text &&
    lastAsked.filters === filters &&
    lastAsked.sort === sort &&
    lastAsked.status?.timeZone === status?.timeZone
  ) {
    return lastAnswer;
  }
  const text = withoutBegunField(search.text.trim());
  const [time] = [...filters.month, ...filters.year];
  const entries: [string, string][] = [
    ...(text === "" ? [] : [["q", text] satisfies [string, string]]),
    ...(time === undefined
      ? []
      : ([
          ["from", time],
          ["to", time],
        ] satisfies [string, string][])),
    ["sort", sort],
  ];
  const parsed = parseQuery(entries, {
    timeZone: status?.timeZone ?? "UTC",
    nowMs: Date.now(),
    drafts: true,
  });
  const query = { ...parsed.query, sections: filters.section, languages: filters.lang };
  // The last word counts as unfinished until something follows it, also when the box is left.
  const isUnfinished = query.text !== undefined && /[\p{L}\p{M}\p{N}]$/u.test(search.text);
  const wanted =
    isUnfinished && query.text !== undefined ? { ...query, text: stillTyping(query.text) } : query;
  lastAsked = { search, filters, sort, ...(status === undefined ? {} : { status }) };
  lastAnswer = { query: wanted, key: canonicalQuery(wanted) };
  return lastAnswer;
}

/** A field whose value is still to be typed narrows nothing yet. */
function withoutBegunField(text: string): string {
  const begun = /(?:^|[\s(])-?([a-z]+)[:：]$/i.exec(text);
  const isField = searchFields.some(({ name, alsoCalled }) =>
    [name, ...alsoCalled].includes(begun?.[1]?.toLowerCase() ?? ""),
  );
  return isField ? text.slice(0, begun?.index).trimEnd() : text;
}

/** Whether anything narrows the list: a search or a filter. */
export function isNarrowed({ search, filters }: Pick<State, "search" | "filters">): boolean {
  return search.text !== "" || Object.values(filters).some((values) => values.length > 0);
}
