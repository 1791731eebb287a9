import { deepStrictEqual as deepEqual } from "node:assert";
import type { FacetField } from "../archive.ts";
import type { ArticleIndex } from "../article-index.ts";
import type { Query } from "../../query/query.ts";
import { randomArticles, randomQuery } from "./random-articles.ts";
import { randomNumbers } from "./random-numbers.ts";
import { put, removal, type Sample } from "./sample.ts";
import { scan, scanned, type Scanned } from "./scan-articles.ts";
import { scanFacets, scanTimeline } from "./scan-counts.ts";
import { ids, type Trial } from "./trial.ts";

/** Archives that each law is tried with. Each has up to twelve articles and is asked four questions. */
const archives = 120;

const facets: readonly FacetField[] = ["section", "lang", "tag", "author", "source", "year"];
const wholeList = { limit: 500, facets } as const;

/** What must hold of the articles that an index has and a question, with random numbers for whatever else. */
type Law = (
  index: ArticleIndex,
  articles: readonly (Sample & Scanned)[],
  query: Query,
  random: () => number,
) => Promise<void>;

function law(name: string, sorts: Parameters<typeof randomQuery>[1], holds: Law): Trial {
  return {
    name,
    async check(index) {
      let before: readonly Sample[] = [];
      for (let seed = 1; seed <= archives; seed++) {
        const random = randomNumbers(seed);
        const articles = randomArticles(random);
        // What stays of the archive before is put again, so that all kinds of change are tried too.
        await index.apply([...before.map(removal), ...articles.map(put)]);
        before = articles;
        const all = articles.map(scanned);
        for (let question = 1; question <= 4; question++) {
          const query = randomQuery(random, sorts);
          await holds(index, all, query, random).catch((cause: unknown) => {
            const asked = JSON.stringify({ seed, question, query, articles }, undefined, 1);
            const reason = cause instanceof Error ? cause.message : String(cause);
            throw new Error(`${reason}\n\nThis was asked:\n${asked}`, { cause });
          });
        }
      }
    },
  };
}

/** Laws that hold of any articles and any question, by comparing with a scan of all articles. */
export const laws: readonly Trial[] = [
  law("an index finds, orders and counts what a scan of all articles does", ["newest", "oldest"],
    async (index, articles, query) => {
      const { list, order, holdingAll } = scan(articles, query);
      const page = await index.search(query, wholeList);
      deepEqual([page.order, page.holdingAll, page.total], [order, holdingAll, list.length]);
      deepEqual([page.totalRelation, page.timedOut, page.next], ["eq", false, undefined]);
      const parts = (all: readonly string[]): unknown =>
        holdingAll === undefined
          ? all
          : [all.slice(0, holdingAll).toSorted(), all.slice(holdingAll).toSorted()];
      deepEqual(parts(ids(page.hits)), parts(ids(list)));
      const counts = scanFacets(articles, query, facets);
      deepEqual(page.facets, counts);
      deepEqual(await index.facets(query, facets), counts);
      for (const interval of ["day", "week", "month", "year"] as const) {
        const { generation, ...timeline } = await index.timeline(query, interval);
        deepEqual(timeline, scanTimeline(articles, query, interval));
        deepEqual(generation, page.generation);
      }
    },
  ), // prettier-ignore
  law("by relevance come the articles that come by date, each once, the better scores first", ["relevance"],
    async (index, articles, query) => {
      const { hits, total, order, holdingAll } = await index.search(query, wholeList);
      const expected = scan(articles, query);
      deepEqual(ids(hits).toSorted(), ids(expected.list).toSorted());
      deepEqual([order, holdingAll, total], [expected.order, expected.holdingAll, hits.length]);
      for (const part of [hits.slice(0, holdingAll), hits.slice(holdingAll ?? hits.length)]) {
        const scores = part.map(({ score = 0 }) => score);
        deepEqual(scores, scores.toSorted((a, b) => b - a));
      }
    },
  ), // prettier-ignore
  law("pages of any size together are the list", ["newest", "oldest", "relevance"],
    async (index, _, query, random) => {
      const limit = 1 + Math.floor(random() * 4);
      const whole = ids((await index.search(query, wholeList)).hits);
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const options = { limit, facets: [], ...(cursor === undefined ? {} : { cursor }) };
        const { hits, next } = await index.search(query, options);
        seen.push(...ids(hits));
        if (next === undefined) break;
        cursor = next;
      }
      deepEqual(seen, whole);
    },
  ), // prettier-ignore
  law("by date pages together are the list, also when articles between them come and go", ["newest", "oldest"],
    async (index, articles, { text, ...query }, random) => {
      // A text that few articles hold changes its order when others come.
      void text;
      const known = new Set(ids(articles));
      const others = randomArticles(random).filter(({ article }) => !known.has(article.id));
      const whole = ids((await index.search(query, wholeList)).hits);
      const seen: string[] = [];
      for (let cursor: string | undefined, turn = 0; ; turn++) {
        const options = { limit: 2, facets: [], ...(cursor === undefined ? {} : { cursor }) };
        const { hits, next } = await index.search(query, options);
        seen.push(...ids(hits));
        if (next === undefined) break;
        cursor = next;
        await index.apply(others.map(turn % 2 === 0 ? put : removal));
      }
      deepEqual(seen.filter((id) => known.has(id)), whole);
      await index.apply(others.map(removal));
    },
  ), // prettier-ignore
  law("a window is a stretch of the list around its anchor", ["newest", "oldest", "relevance"],
    async (index, _, query, random) => {
      const { hits } = await index.search(query, wholeList);
      const place = Math.floor(random() * (hits.length + 1));
      const [before, after] = [Math.floor(random() * 4), Math.floor(random() * 4)];
      const hit = hits[place];
      const anchors = [
        { at: "start", anchor: 0 },
        { at: "end", anchor: hits.length - 1 },
        { at: { ordinal: place }, anchor: Math.min(place, hits.length - 1) },
        ...(hit === undefined
          ? []
          : [
              { at: { id: hit.article.id }, anchor: place },
              { at: { cursor: hit.cursor }, anchor: place },
            ]),
      ] as const;
      for (const { at, anchor } of anchors) {
        const window = await index.window(query, { at, before, after });
        const first = Math.max(0, anchor - before);
        deepEqual(window.anchorOrdinal, hits.length === 0 ? undefined : anchor);
        deepEqual([window.firstOrdinal, window.total], [first, hits.length]);
        deepEqual(window.hits, hits.slice(first, Math.max(anchor, 0) + after + 1));
      }
    },
  ), // prettier-ignore
];
