import type { ArticleSummary } from "../src/article/article.ts";
import type { FacetField, Facets } from "../src/archive/archive.ts";
import type { TimelineInterval } from "../src/archive/period.ts";
import type { Query, TextNode } from "../src/query/query.ts";
import { valueKey } from "../src/query/value-key.ts";
import { keysOf, none, ordered, tally, type MemoryArticle } from "./memory-matches.ts";

/** How many articles have each value of each field; the counts of a field leave out what is asked of it. */
export function countFacets(
  articles: readonly MemoryArticle[],
  query: Query,
  wanted: readonly FacetField[],
): Facets {
  return Object.fromEntries(
    wanted.map((field) => {
      const matching = ordered(articles, withoutFilter(query, field));
      const counts = tally(matching.flatMap((each) => facetValues(each, field)));
      return [
        field,
        counts.slice(0, 100).map(([value, count]) => ({
          value: value === none ? null : value,
          label: value === none ? "" : labelOf(matching, field, value),
          count,
        })),
      ];
    }),
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
function labelOf(articles: readonly MemoryArticle[], field: FacetField, value: string): string {
  const written = articles.flatMap(({ article }) => {
    if (field === "section") return article.section?.key === value ? article.section.label : [];
    const names = field === "tag" ? article.keywords : field === "author" ? article.author : [];
    return names.find((name) => valueKey(name) === value) ?? [];
  });
  return tally(written)[0]?.[0] ?? value;
}

function facetValues(each: MemoryArticle, field: FacetField): readonly string[] {
  const year = each.article.datePublished && periodOf(each.article, "year");
  const values = field === "year" ? (year === undefined ? [] : [year]) : keysOf(each, field);
  return values.length === 0 ? [none] : values;
}

/** The stretch of a timeline that an article lies in, in UTC. */
export function periodOf(
  { datePublished: date }: ArticleSummary,
  interval: TimelineInterval,
): string {
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
