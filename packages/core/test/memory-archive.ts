import type {
  Archive,
  ArchiveStatus,
  Hit,
  ListWindow,
  Results,
  WindowAnchor,
} from "../src/archive/archive.ts";
import { excerptOf, highlight } from "../src/archive/excerpt.ts";
import { ClosedError, CursorError } from "../src/errors.ts";
import type { Problem } from "../src/problem.ts";
import { formatCursor, parseCursor, type Cursor } from "../src/query/cursor.ts";
import type { Query } from "../src/query/query.ts";
import { searchTerms } from "../src/query/search-terms.ts";
import { compareCodePoints } from "../src/text/compare.ts";
import { countFacets, periodOf } from "./memory-counts.ts";
import {
  found as findAll,
  ordered,
  score,
  tally,
  type Found,
  type MemoryArticle,
} from "./memory-matches.ts";

export type { MemoryArticle } from "./memory-matches.ts";

const generation = "memory.1";

/**
 * The plainest archive there can be: a list that is filtered and sorted for each question. It is what
 * the others are compared with. Relevance is the number of matches, the headline's ten times.
 */
export function memoryArchive(
  articles: readonly MemoryArticle[],
  options: Partial<ArchiveStatus> = {},
): Archive {
  let closed = false;
  const open = (signal?: AbortSignal): void => {
    if (closed) throw new ClosedError();
    signal?.throwIfAborted();
  };
  const status = (): ArchiveStatus => {
    const dates = articles.flatMap(({ article }) => article.datePublished?.epochMs ?? []);
    const count = (severity: Problem["severity"]): number =>
      articles.flatMap((each) => each.problems ?? []).filter((each) => each.severity === severity)
        .length;
    return {
      name: "Memory",
      folder: "/memory",
      timeZone: "UTC",
      state: "ready",
      filesDone: articles.length,
      filesTotal: articles.length,
      articles: articles.length,
      ...(dates.length > 0 ? { firstMs: Math.min(...dates), lastMs: Math.max(...dates) } : {}),
      problems: { error: count("error"), warning: count("warning"), note: count("note") },
      leftOut: 0,
      generation,
      notices: [],
      ...options,
    };
  };

  return {
    status: async () => (open(), status()),
    subscribe: () => () => {},
    settled: async () => (open(), status()),
    refresh: async () => (open(), status()),
    async search(query, { cursor, limit = 20, facets = [], excerpts = false, signal } = {}) {
      open(signal);
      const all = findAll(articles, query);
      const { list } = all;
      const start = cursor === undefined ? 0 : placeOf(all, cursor) + 1;
      const shown = list
        .slice(start, start + limit)
        .map((each, index) => hit(each, start + index, query, all.order, excerpts));
      const last = shown.at(-1);
      return {
        ...results(all, shown),
        facets: countFacets(articles, query, facets),
        ...(last !== undefined && start + limit < list.length ? { next: last.cursor } : {}),
      };
    },
    async window(query, { at, before, after, excerpts = false, signal }): Promise<ListWindow> {
      open(signal);
      const all = findAll(articles, query);
      const { list } = all;
      const anchor = Math.min(Math.max(anchorOf(all, at), 0), Math.max(list.length - 1, 0));
      const first = Math.max(0, anchor - before);
      const shown = list
        .slice(first, anchor + after + 1)
        .map((each, index) => hit(each, first + index, query, all.order, excerpts));
      return {
        ...results(all, shown),
        firstOrdinal: first,
        ...(list.length > 0 ? { anchorOrdinal: anchor } : {}),
      };
    },
    async get(key, { signal } = {}) {
      open(signal);
      const found = articles.find(({ article }) =>
        typeof key === "string" ? article.id === key : article.path === key.path,
      );
      return found && { article: found.article, problems: found.problems ?? [], generation };
    },
    facets: async (query, wanted) => (open(), countFacets(articles, query, wanted)),
    async timeline(query, interval) {
      open();
      const periods = ordered(articles, query).map((each) => periodOf(each.article, interval));
      const dated = periods.filter((period) => period !== "undated" && period !== "coarser");
      return {
        buckets: tally(dated)
          .map(([period, count]) => ({ period, count }))
          .toSorted((a, b) => compareCodePoints(a.period, b.period)),
        coarser: periods.filter((period) => period === "coarser").length,
        undated: periods.filter((period) => period === "undated").length,
        generation,
      };
    },
    async changes(since, { among = { drafts: true } } = {}) {
      open();
      const next = `${generation}_${among.drafts ? "d" : ""}${among.visibleAtMs ?? ""}`;
      if (since !== undefined && since !== next)
        throw new CursorError("cursor-invalid", "No place.");
      return { changes: [], next, isLast: true, generation };
    },
    suggest: async () => (open(), []),
    related: async () => (open(), []),
    async problems({ code, path, among = { drafts: true }, cursor, limit = 20 } = {}) {
      open();
      const all = articles
        .filter(
          ({ article }) =>
            (among.drafts || !article.draft) &&
            (article.datePublished?.epochMs ?? -Infinity) <= (among.visibleAtMs ?? Infinity),
        )
        .flatMap((each) => each.problems ?? [])
        .filter(
          (each) =>
            (code === undefined || each.code === code) &&
            (path === undefined || each.path === path),
        );
      const start = Number(cursor ?? 0);
      return {
        problems: all.slice(start, start + limit),
        total: all.length,
        ...(start + limit < all.length ? { next: String(start + limit) } : {}),
      };
    },
    close: async () => {
      closed = true;
    },
  };
}

function hit(
  each: MemoryArticle,
  ordinal: number,
  query: Query,
  order: Query["sort"],
  excerpts: boolean,
): Hit {
  const terms = searchTerms(query.text);
  const inBody = terms.filter((term) => term.field === undefined);
  const excerpt = excerpts ? excerptOf(each.body, inBody, each.article.inLanguage) : undefined;
  return {
    article: each.article,
    headline: highlight(each.article.headline, terms, each.article.inLanguage),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(order === "relevance" ? { score: score(each, query) } : {}),
    cursor: formatCursor(cursorOf(each, ordinal, order)),
  };
}

function cursorOf({ article }: MemoryArticle, ordinal: number, order: Query["sort"]): Cursor {
  return order === "relevance"
    ? { order, ordinal, generation }
    : { order, startMs: article.datePublished?.epochMs ?? null, id: article.id };
}

function results({ list, order, holdingAll }: Found, hits: readonly Hit[]): Results {
  return {
    hits,
    total: list.length,
    totalRelation: "eq",
    order,
    ...(holdingAll === undefined ? {} : { holdingAll }),
    generation,
    timedOut: false,
  };
}

/** The ordinal of a cursor's article; of the one before its place when it is gone. */
function placeOf({ list, order }: Found, text: string): number {
  const cursor = parseCursor(text, order);
  if (cursor.order === "relevance") {
    if (cursor.generation !== generation)
      throw new CursorError("cursor-expired", "The archive has changed.");
    return cursor.ordinal;
  }
  const rank = (startMs: number | null, id: string): [number, string] => [
    startMs === null ? Infinity : cursor.order === "newest" ? -startMs : startMs,
    id,
  ];
  const [date, id] = rank(cursor.startMs, cursor.id);
  const sign = cursor.order === "oldest" && cursor.startMs !== null ? -1 : 1;
  return list.findLastIndex(({ article }) => {
    const [other, otherId] = rank(article.datePublished?.epochMs ?? null, article.id);
    return other < date || (other === date && sign * compareCodePoints(otherId, id) <= 0);
  });
}

function anchorOf(all: Found, at: WindowAnchor): number {
  const { list } = all;
  if (at === "start") return 0;
  if (at === "end") return list.length - 1;
  if ("ordinal" in at) return at.ordinal;
  if ("cursor" in at) return placeOf(all, at.cursor);
  return list.findIndex(({ article }) => article.id === at.id);
}
