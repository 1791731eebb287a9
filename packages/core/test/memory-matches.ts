import type { Article, ArticleSummary } from "../src/article/article.ts";
import type { Problem } from "../src/problem.ts";
import { findMatches } from "../src/query/find-matches.ts";
import { enoughFor, loosen, wordsOf } from "../src/query/loosen.ts";
import type { Query, TextNode } from "../src/query/query.ts";
import { searchTerms, sortOf } from "../src/query/search-terms.ts";
import { valueKey } from "../src/query/value-key.ts";
import { compareCodePoints } from "../src/text/compare.ts";

/** An article of a memory archive, with its body as plain text. */
export type MemoryArticle = {
  readonly article: Article;
  readonly body: string;
  readonly problems?: readonly Problem[];
};

/** What a query finds: when few articles hold all its words, those that hold some of them follow. */
export type Found = {
  readonly list: readonly MemoryArticle[];
  readonly order: Query["sort"];
  readonly holdingAll?: number;
};

/** The articles that match, in the query's order. */
export function ordered(
  articles: readonly MemoryArticle[],
  query: Query,
): readonly MemoryArticle[] {
  return found(articles, query).list;
}

export function found(articles: readonly MemoryArticle[], query: Query): Found {
  const order = sortOf(query);
  const matching = (node: TextNode | undefined): MemoryArticle[] =>
    articles.filter((each) => matchesText(each, node));
  const languages = articles.flatMap((each) => each.article.inLanguage ?? []);
  const words = query.text && wordsOf(query.text);
  const loose = words && query.text && loosen(query.text, languages);
  if (loose !== undefined && matching(words).length < enoughFor(order)) {
    if (matching(wordsOf(loose.tree)).some((each) => !matchesText(each, words))) {
      const isAll = (each: MemoryArticle): boolean => matchesText(each, query.text);
      const some = matching(loose.tree).filter((each) => !isAll(each));
      const first = inOrder(matching(query.text), query, "relevance");
      const list = [...first, ...inOrder(some, query, "relevance")];
      return { list, order: "relevance", holdingAll: first.length };
    }
  }
  return { list: inOrder(matching(query.text), query, order), order };
}

function inOrder(
  articles: readonly MemoryArticle[],
  query: Query,
  sort: Query["sort"],
): MemoryArticle[] {
  const newestFirst = articles
    .filter((each) => passesFilters(each, query))
    .toSorted((a, b) => newer(a.article, b.article));
  if (sort === "newest") return newestFirst;
  if (sort === "relevance")
    return newestFirst.toSorted((a, b) => score(b, query) - score(a, query));
  const dated = newestFirst.filter(({ article }) => article.datePublished !== undefined);
  return [...dated.toReversed(), ...newestFirst.slice(dated.length)];
}

function newer(a: ArticleSummary, b: ArticleSummary): number {
  const [left, right] = [
    a.datePublished?.epochMs ?? -Infinity,
    b.datePublished?.epochMs ?? -Infinity,
  ];
  return left === right ? compareCodePoints(a.id, b.id) : left > right ? -1 : 1;
}

/** Whether an article passes all of a query's filters but its text. */
function passesFilters(each: MemoryArticle, query: Query): boolean {
  const { fromMs, toMs, visibleAtMs } = query;
  const { article } = each;
  const has = (field: string, wanted: readonly string[]): boolean =>
    wanted.length === 0 || wanted.some((value) => hasValue(each, { field, value, prefix: false }));
  return (
    (query.drafts || !article.draft) &&
    (visibleAtMs === undefined || (article.datePublished?.epochMs ?? -Infinity) <= visibleAtMs) &&
    has("section", query.sections) &&
    has("lang", query.languages) &&
    has("tag", query.tags) &&
    has("author", query.authors) &&
    has("source", query.sources) &&
    overlaps(article, {
      ...(fromMs !== undefined && { fromMs }),
      ...(toMs !== undefined && { toMs }),
    })
  );
}

function overlaps(
  { datePublished: date }: ArticleSummary,
  { fromMs, toMs }: { readonly fromMs?: number; readonly toMs?: number },
): boolean {
  if (fromMs === undefined && toMs === undefined) return true;
  if (date === undefined) return false;
  return date.endMs > (fromMs ?? -Infinity) && date.epochMs < (toMs ?? Infinity);
}

/** The keys of the values that an article has in a field. */
export function keysOf({ article, problems = [] }: MemoryArticle, field: string): string[] {
  const keys: { readonly [field: string]: readonly (string | undefined)[] } = {
    section: [article.section?.key],
    lang: [article.inLanguage],
    tag: article.keywords.map(valueKey),
    author: article.author.map(valueKey),
    source: [article.sourceHost],
    problem: problems.map(({ code }) => code),
    inferred: article.provenance.inferred,
    image: [article.image?.url],
    date: [article.datePublished?.written],
  };
  return [...new Set((keys[field] ?? []).flatMap((key) => key || []))];
}

function hasValue(
  each: MemoryArticle,
  {
    field,
    value,
    prefix,
  }: { readonly field: string; readonly value: string; readonly prefix: boolean },
): boolean {
  if (field === "is") return each.article.draft;
  if (field === "has") return keysOf(each, value).length > 0;
  const keys = keysOf(each, field);
  if (value === "_none") return keys.length === 0;
  if (field !== "lang") return keys.some((key) => (prefix ? key.startsWith(value) : key === value));
  const range = value.toLowerCase().split("-");
  return keys.some((key) => {
    const tag = key.toLowerCase().split("-");
    return range.every((part, index) => tag[index] === part);
  });
}

/** Whether an article matches a tree: each term must stand within one text. */
export function matchesText(each: MemoryArticle, node: TextNode | undefined): boolean {
  switch (node?.type) {
    case undefined:
      return true;
    case "and":
      return node.nodes.every((child) => matchesText(each, child));
    case "or":
      return node.nodes.some((child) => matchesText(each, child));
    case "not":
      return !matchesText(each, node.node);
    case "filter":
      return hasValue(each, node);
    case "date":
      return overlaps(each.article, node);
    case "word":
    case "phrase": {
      const texts = node.field === undefined ? fields(each) : [each.article.headline];
      return texts.some(
        (text) => findMatches(text, searchTerms(node), each.article.inLanguage).length > 0,
      );
    }
  }
}

function fields({ article, body }: MemoryArticle): string[] {
  const description = article.provenance.inferred.includes("description")
    ? ""
    : (article.description ?? "");
  return [article.headline, description, article.keywords.join(" "), body];
}

/** How well an article matches: places, the headline's ten times. */
export function score(each: MemoryArticle, query: Query): number {
  const terms = searchTerms(query.text);
  const [headline = 0, ...rest] = fields(each).map(
    (field) => findMatches(field, terms, each.article.inLanguage).length,
  );
  return headline * 10 + rest.reduce((sum, count) => sum + count, 0);
}

export const none = "\0";

/** How often each of some values occurs: the most frequent first, none last. */
export function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const isNone = ([value]: [string, number]): number => Number(value === none);
  return [...counts].toSorted(
    (a, b) => isNone(a) - isNone(b) || b[1] - a[1] || compareCodePoints(a[0], b[0]),
  );
}
