import type { Archive, ArchiveStatus, Hit, Results } from "../src/archive/archive.ts";
import type { IndexHit } from "../src/archive/article-index.ts";
import { put } from "../src/archive/conformance/sample.ts";
import { excerptOf, highlight } from "../src/archive/excerpt.ts";
import type { Article } from "../src/article/article.ts";
import type { Problem } from "../src/problem.ts";
import { defaultPageSize } from "../src/query/page-size.ts";
import { everything, type Query } from "../src/query/query.ts";
import { searchTerms } from "../src/query/search-terms.ts";
import { PlainIndex } from "./plain-index.ts";
import { PlainStore } from "./plain-store.ts";

/** An article of a memory archive, with its body as plain text. */
export type MemoryArticle = {
  readonly article: Article;
  readonly body: string;
  readonly problems?: readonly Problem[];
};

/** An archive of articles that are given, in memory, over the plainest index there can be. */
export function memoryArchive(
  articles: readonly MemoryArticle[],
  options: Partial<ArchiveStatus> = {},
): Archive {
  // The same articles give the same generation, and so the same entity tags.
  const store = new PlainStore("00000000");
  store.apply(articles.map(put));
  const index = new PlainIndex(store);
  const byPath = new Map(articles.map((each) => [each.article.path, each]));

  const status = async (): Promise<ArchiveStatus> => {
    const { awaited: _, unsearchable: _none, whole: _whole, ...counts } = await index.counts();
    return {
      name: "Memory",
      folder: "/memory",
      timeZone: "UTC",
      state: "ready",
      filesDone: articles.length,
      filesTotal: articles.length,
      leftOut: 0,
      notices: [],
      ...counts,
      ...options,
    };
  };

  const joined = <Answer extends Omit<Results, "hits"> & { readonly hits: readonly IndexHit[] }>(
    answer: Answer,
    query: Query,
    excerpts: boolean,
  ): Omit<Answer, "hits"> & { readonly hits: readonly Hit[] } => {
    const terms = searchTerms(query.text);
    const inBody = terms.filter((term) => term.field === undefined);
    const hits = answer.hits.map(({ stamp, ...hit }): Hit => {
      const { path, headline, inLanguage } = hit.article;
      const body = byPath.get(path)?.body ?? "";
      const excerpt = excerpts ? excerptOf(body, inBody, inLanguage) : undefined;
      return {
        ...hit,
        headline: highlight(headline, terms, inLanguage),
        fileModifiedMs: stamp.modifiedMs,
        ...(excerpt === undefined ? {} : { excerpt }),
      };
    });
    return { ...answer, hits };
  };

  return {
    status,
    subscribe: () => () => {},
    settled: status,
    refresh: status,
    async search(query, { signal, excerpts = false, ...asked } = {}) {
      signal?.throwIfAborted();
      const { limit = defaultPageSize, facets = [] } = asked;
      return joined(await index.search(query, { ...asked, limit, facets }), query, excerpts);
    },
    async window(query, { signal, excerpts = false, ...asked }) {
      signal?.throwIfAborted();
      return joined(await index.window(query, asked), query, excerpts);
    },
    async get(key, { signal } = {}) {
      signal?.throwIfAborted();
      const entry = await index.find(key);
      const found = byPath.get(entry?.path ?? "");
      const { generation } = await index.counts();
      return found && { article: found.article, problems: found.problems ?? [], generation };
    },
    facets: (query, fields) => index.facets(query, fields),
    timeline: (query, interval) => index.timeline(query, interval),
    changes: (since, { limit = defaultPageSize, ...asked } = {}) =>
      index.changes(since, { ...asked, limit }),
    suggest: (typed, { limit = defaultPageSize } = {}) => index.suggest(typed, { limit }),
    async related(id, { limit = 5, among = everything } = {}) {
      const entry = await index.find(id);
      const found = byPath.get(entry?.path ?? "");
      if (found === undefined) return { articles: [] };
      const text = { headline: found.article.headline, description: "", keywords: "" };
      const asked = { limit, among };
      const { hits } = await index.related(found.article, { ...text, body: found.body }, asked);
      return { articles: hits.map(({ article }) => article) };
    },
    problems: ({ limit = defaultPageSize, ...asked } = {}) => index.problems({ ...asked, limit }),
    close: () => index.close(),
  };
}
