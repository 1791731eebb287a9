import type { Article, ArticleSummary } from "../src/article/article.ts";
import type { Problem } from "../src/problem.ts";
import { findMatches } from "../src/query/find-matches.ts";
import { passesFilters } from "../src/query/match-summary.ts";
import type { Query, TextNode } from "../src/query/query.ts";
import { searchTerms } from "../src/query/search-terms.ts";
import { compareCodePoints } from "../src/text/compare.ts";

/** An article of a memory archive, with its body as plain text. */
export type MemoryArticle = {
  readonly article: Article;
  readonly body: string;
  readonly problems?: readonly Problem[];
};

/** The articles that match, in the query's order. */
export function ordered(articles: readonly MemoryArticle[], query: Query): MemoryArticle[] {
  const sort = query.text === undefined && query.sort === "relevance" ? "newest" : query.sort;
  const newestFirst = articles
    .filter((each) => passesFilters(each.article, query) && matchesText(each, query.text))
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

/** Whether an article's text matches a tree: each term must stand within one field. */
export function matchesText(each: MemoryArticle, node: TextNode | undefined): boolean {
  switch (node?.type) {
    case undefined:
      return true;
    case "and":
      return node.nodes.every((child) => matchesText(each, child));
    case "not":
      return !matchesText(each, node.node);
    case "word":
    case "phrase":
      return fields(each).some((field) => findMatches(field, searchTerms(node)).length > 0);
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
  const [headline = 0, ...rest] = fields(each).map((field) => findMatches(field, terms).length);
  return headline * 10 + rest.reduce((sum, count) => sum + count, 0);
}

/** The order that a query's list has. */
export function orderOf(query: Query): Query["sort"] {
  return query.text === undefined && query.sort === "relevance" ? "newest" : query.sort;
}
