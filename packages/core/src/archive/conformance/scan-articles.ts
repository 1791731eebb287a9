import type { ArticleSummary } from "../../article/article.ts";
import { isCalled } from "../../query/article-names.ts";
import { findMatches } from "../../query/find-matches.ts";
import { enoughFor, loosen, wordsOf } from "../../query/loosen.ts";
import type { Query, TextNode } from "../../query/query.ts";
import { searchTerms, sortOf, type SearchTerm } from "../../query/search-terms.ts";
import { noValue, valueKey } from "../../query/value-key.ts";
import { compareCodePoints } from "../../text/compare.ts";
import { textOf, type Sample } from "./sample.ts";

/** How often a term stands in each of an article's texts, the headline first. */
export type TermCounter = (term: SearchTerm) => readonly number[];

/** An article with what tells whether it matches. Its words are not known while its text is missing. */
export type Scanned = Pick<Sample, "article" | "problems"> & { readonly count?: TermCounter };

/** What a query finds: when few articles hold all its words, those that hold some of them follow. */
export type Found<Article> = {
  readonly list: readonly Article[];
  readonly order: Query["sort"];
  /** As in `IndexResults`. */
  readonly holdingAll?: number;
  /** Whether an article without its text might match as well. */
  readonly isOpen: boolean;
};

/** A sample that is scanned as it was written. */
export function scanned(given: Sample): Sample & Required<Scanned> {
  const texts = Object.values(textOf(given));
  const { problems = [], article } = given;
  const count: TermCounter = (term) =>
    texts.map((text) => findMatches(text, [term], article.inLanguage).length);
  return { ...given, problems, count };
}

/**
 * The plainest search there can be: every article is looked at and all that match are sorted. It is what
 * others are compared with. Relevance is the number of matches, the headline's ten times.
 */
export function scan<Article extends Scanned>(
  articles: readonly Article[],
  query: Query,
): Found<Article> {
  const order = sortOf(query);
  const matching = (node: TextNode | undefined): Article[] =>
    articles.filter((each) => matches(each, node) === true);
  const isOpen =
    searchTextOf(query.text) && articles.some(({ count }: Scanned) => count === undefined);
  const languages = articles.flatMap((each) => each.article.inLanguage ?? []);
  const words = query.text && wordsOf(query.text);
  const loose = words && query.text && loosen(query.text, languages);
  if (loose !== undefined && matching(words).length < enoughFor(order)) {
    if (matching(wordsOf(loose.tree)).some((each) => matches(each, words) !== true)) {
      const isAll = (each: Article): boolean => matches(each, query.text) === true;
      const some = matching(loose.tree).filter((each) => !isAll(each));
      const first = inOrder(matching(query.text), query, "relevance");
      const list = [...first, ...inOrder(some, query, "relevance")];
      return { list, order: "relevance", holdingAll: first.length, isOpen };
    }
  }
  return { list: inOrder(matching(query.text), query, order), order, isOpen };
}

function searchTextOf(node: TextNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.type === "not") return searchTextOf(node.node);
  if (node.type === "and" || node.type === "or") return node.nodes.some(searchTextOf);
  return node.type === "word" || node.type === "phrase";
}

function inOrder<Article extends Scanned>(
  articles: readonly Article[],
  query: Query,
  sort: Query["sort"],
): Article[] {
  const newestFirst = articles
    .filter((each) => passesFilters(each, query))
    .toSorted((a, b) => newer(a.article, b.article));
  if (sort === "newest") return newestFirst;
  if (sort === "relevance")
    return newestFirst.toSorted((a, b) => scoreOf(b, query) - scoreOf(a, query));
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

/** How well an article matches: places, the headline's ten times. */
export function scoreOf({ count }: Scanned, query: Query): number {
  let score = 0;
  for (const term of searchTerms(query.text)) {
    const [headline = 0, ...rest] = count?.(term) ?? [];
    score += headline * 10 + rest.reduce((sum, times) => sum + times, 0);
  }
  return score;
}

/** Whether an article passes all of a query's filters but its text. */
function passesFilters(each: Scanned, query: Query): boolean {
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
    overlaps(article, fromMs, toMs)
  );
}

function overlaps(
  { datePublished: date }: ArticleSummary,
  fromMs: number | undefined,
  toMs: number | undefined,
): boolean {
  if (fromMs === undefined && toMs === undefined) return true;
  if (date === undefined) return false;
  return date.endMs > (fromMs ?? -Infinity) && date.epochMs < (toMs ?? Infinity);
}

/** The keys of the values that an article has in a field. */
export function keysOf({ article, problems = [] }: Scanned, field: string): string[] {
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

type Wanted = { readonly field: string; readonly value: string; readonly prefix: boolean };

function hasValue(each: Scanned, { field, value, prefix }: Wanted): boolean {
  if (field === "is") return each.article.draft;
  if (field === "has") return keysOf(each, value).length > 0;
  const keys = keysOf(each, field);
  if (value === noValue) return keys.length === 0;
  if (field !== "lang") return keys.some((key) => (prefix ? key.startsWith(value) : key === value));
  const range = value.toLowerCase().split("-");
  return keys.some((key) => {
    const tag = key.toLowerCase().split("-");
    return range.every((part, index) => tag[index] === part);
  });
}

/**
 * Whether an article matches a tree: each term must stand within one text. Undefined while that depends on
 * a text that is missing (the three values of Kleene, "On notation for ordinal numbers", 1938).
 */
export function matches(each: Scanned, node: TextNode | undefined): boolean | undefined {
  switch (node?.type) {
    case undefined:
      return true;
    case "and": {
      const all = node.nodes.map((child) => matches(each, child));
      return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
    }
    case "or": {
      const any = node.nodes.map((child) => matches(each, child));
      return any.includes(true) ? true : any.includes(undefined) ? undefined : false;
    }
    case "not": {
      const inner = matches(each, node.node);
      return inner === undefined ? undefined : !inner;
    }
    case "filter":
      return hasValue(each, node);
    case "date":
      return overlaps(each.article, node.fromMs, node.toMs);
    case "word":
    case "phrase": {
      const [term] = searchTerms(node);
      if (each.count === undefined || term === undefined) return undefined;
      const counts = each.count(term);
      if (node.field !== undefined) return (counts[0] ?? 0) > 0;
      return counts.some((times) => times > 0) || isCalled(each.article, node.text);
    }
  }
}
