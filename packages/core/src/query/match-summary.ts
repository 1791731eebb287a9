import type { ArticleSummary } from "../article/article.ts";
import type { FilterField, Query, TextNode } from "./query.ts";
import { hostKey, noValue, valueKey } from "./value-key.ts";

/** A value of a field: what it is compared by, and how it was written. */
export type KeyedValue = { readonly key: string; readonly label: string };

/** Fields of an article that filters and counts by value know. */
export type ValueField = "section" | "lang" | "tag" | "author" | "source" | "inferred";

/** The values that an article has in a field, each key once. */
export function valuesOf(article: ArticleSummary, field: ValueField): readonly KeyedValue[] {
  switch (field) {
    case "section":
      return article.section === undefined ? [] : [article.section];
    case "lang":
      return article.inLanguage === undefined ? [] : [asIs(article.inLanguage)];
    case "tag":
      return keyed(article.keywords);
    case "author":
      return keyed(article.author);
    case "source": {
      const host = article.sourceHost === undefined ? undefined : hostKey(article.sourceHost);
      return host === undefined ? [] : [asIs(host)];
    }
    case "inferred":
      return article.provenance.inferred.map(asIs);
  }
}

function asIs(value: string): KeyedValue {
  return { key: value, label: value };
}

function keyed(written: readonly string[]): readonly KeyedValue[] {
  const values = new Map<string, KeyedValue>();
  for (const label of written) {
    const key = valueKey(label);
    if (key !== "" && !values.has(key)) values.set(key, { key, label });
  }
  return [...values.values()];
}

/** Whether a language tag is in a range such as `zh` or `zh-Hant` (RFC 4647, basic filtering). */
export function languageInRange(tag: string | undefined, range: string): boolean {
  if (tag === undefined) return range === noValue;
  const [lower, wanted] = [tag.toLowerCase(), range.toLowerCase()];
  return lower === wanted || lower.startsWith(`${wanted}-`);
}

/** What a filter on a field asks of a value. */
export type Wanted = Pick<Extract<TextNode, { type: "filter" }>, "field" | "value" | "prefix">;

/** Whether a value is one that a filter wants; undefined stands for having none. */
export function isWanted(key: string | undefined, { field, value, prefix }: Wanted): boolean {
  if (field === "lang") return languageInRange(key, value);
  if (key === undefined) return value === noValue;
  return prefix ? key.startsWith(value) : key === value;
}

/** The lists of a query as what they want of which field. */
export function listFilters(
  query: Query,
): readonly { readonly field: FilterField & ValueField; readonly values: readonly string[] }[] {
  return [
    { field: "section", values: query.sections },
    { field: "lang", values: query.languages },
    { field: "tag", values: query.tags },
    { field: "author", values: query.authors },
    { field: "source", values: query.sources },
  ];
}
