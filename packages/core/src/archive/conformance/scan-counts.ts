import type { FacetField, Facets, Timeline } from "../archive.ts";
import { maxFacetValues } from "../limits.ts";
import type { TimelineInterval } from "../period.ts";
import type { ArticleSummary } from "../../article/article.ts";
import type { Query, TextNode } from "../../query/query.ts";
import { valueKey } from "../../query/value-key.ts";
import { compareCodePoints } from "../../text/compare.ts";
import { keysOf, scan, type Scanned } from "./scan-articles.ts";

const none = "\0";

/** How many articles have each value of each field; the counts of a field leave out what is asked of it. */
export function scanFacets(
  articles: readonly Scanned[],
  query: Query,
  wanted: readonly FacetField[],
  most: number = maxFacetValues,
): Facets {
  const more: { [field in FacetField]?: number } = {};
  const counts = wanted.map((field) => {
    const matching = scan(articles, withoutFilter(query, field)).list;
    const all = tally(matching.flatMap((each) => facetValues(each, field)));
    const values = all.filter(([value]) => value !== none);
    const others = all.slice(values.length);
    if (values.length > most) more[field] = values.length - most;
    return [
      field,
      [...values.slice(0, most), ...others].map(([value, count]) => ({
        value: value === none ? null : value,
        label: value === none ? "" : labelOf(matching, field, value),
        count,
      })),
    ];
  });
  return { ...Object.fromEntries(counts), ...(Object.keys(more).length > 0 ? { more } : {}) };
}

/** How many articles fall into each stretch of time, in UTC. */
export function scanTimeline(
  articles: readonly Scanned[],
  query: Query,
  interval: TimelineInterval,
): Omit<Timeline, "generation"> {
  const periods = scan(articles, query).list.map((each) => periodOf(each.article, interval));
  const buckets = tally(periods.filter((period) => period !== "undated" && period !== "coarser"));
  return {
    buckets: buckets
      .map(([period, count]) => ({ period, count }))
      .toSorted((a, b) => compareCodePoints(a.period, b.period)),
    coarser: periods.filter((period) => period === "coarser").length,
    undated: periods.filter((period) => period === "undated").length,
  };
}

/** How often each of some values occurs: the most frequent first, none last. */
function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const isNone = ([value]: [string, number]): number => Number(value === none);
  return [...counts].toSorted(
    (a, b) => isNone(a) - isNone(b) || b[1] - a[1] || compareCodePoints(a[0], b[0]),
  );
}

/** A query without its list of a field, and without the parts of its text that ask of that field alone. */
function withoutFilter(query: Query, field: FacetField): Query {
  const { text, ...rest } = query;
  const parts = text?.type === "and" ? text.nodes : text === undefined ? [] : [text];
  const others = parts.filter((part) => !asksOnlyOf(part, field));
  const [first] = others;
  const left: Query = {
    ...rest,
    ...(others.length > 1 ? { text: { type: "and", nodes: others } } : first && { text: first }),
  };
  const lists = {
    section: { sections: [] },
    lang: { languages: [] },
    tag: { tags: [] },
    author: { authors: [] },
    source: { sources: [] },
  };
  if (field !== "year") return { ...left, ...lists[field] };
  const { fromMs, toMs, ...undated } = left;
  void [fromMs, toMs];
  return undated;
}

function asksOnlyOf(node: TextNode, field: FacetField): boolean {
  if (node.type === "not") return asksOnlyOf(node.node, field);
  if (node.type === "and" || node.type === "or")
    return node.nodes.every((each) => asksOnlyOf(each, field));
  if (node.type === "date") return field === "year";
  if (node.type !== "filter") return false;
  const name = field === "year" ? "date" : field;
  return node.field === name || (node.field === "has" && node.value === name);
}

/** How most of the articles write a value; of equally many, the first by code point. */
function labelOf(articles: readonly Scanned[], field: FacetField, value: string): string {
  const written = articles.flatMap(({ article }) => {
    if (field === "section") return article.section?.key === value ? article.section.label : [];
    const names = field === "tag" ? article.keywords : field === "author" ? article.author : [];
    return names.find((name) => valueKey(name) === value) ?? [];
  });
  return tally(written)[0]?.[0] ?? value;
}

function facetValues(each: Scanned, field: FacetField): readonly string[] {
  const year = each.article.datePublished && periodOf(each.article, "year");
  const values = field === "year" ? (year === undefined ? [] : [year]) : keysOf(each, field);
  return values.length === 0 ? [none] : values;
}

/** The stretch of a timeline that an article lies in, in UTC. */
function periodOf({ datePublished: date }: ArticleSummary, interval: TimelineInterval): string {
  if (date === undefined) return "undated";
  const iso = new Date(date.epochMs).toISOString();
  if (interval === "year") return iso.slice(0, 4);
  if (date.precision === "year" || (date.precision === "month" && interval !== "month"))
    return "coarser";
  if (interval !== "week") return iso.slice(0, interval === "month" ? 7 : 10);
  const monday = new Date(date.epochMs);
  while (monday.getUTCDay() !== 1) monday.setUTCDate(monday.getUTCDate() - 1);
  const thursday = new Date(monday.getTime() + 3 * 86_400_000);
  let week = 0;
  for (const day = new Date(thursday); day.getUTCFullYear() === thursday.getUTCFullYear(); week++)
    day.setUTCDate(day.getUTCDate() - 7);
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}
