import fc from "fast-check";
import { expect, test } from "vitest";
import { parseText } from "../../src/query/parse-text.ts";
import type { Query } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { memoryArchive } from "../memory-archive.ts";
import { found as scan, ordered, type MemoryArticle } from "../memory-matches.ts";
import { aQuery, oneWordQuery, putChange, someArticles } from "../random-articles.ts";

const facets = ["section", "lang", "tag", "author", "source", "year"] as const;

async function withIndex(check: (index: SqliteIndex) => Promise<void>): Promise<void> {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  try {
    await check(index);
  } finally {
    await index.close();
  }
}

function queryOf({ typed, ...query }: Omit<Query, "text"> & { typed: string }): Query {
  const text = parseText(typed);
  return text === undefined ? query : { ...query, text };
}

/** In date order, of which the scan has the same notion. */
function byDate(asked: Omit<Query, "text"> & { typed: string }): Query {
  const query = queryOf(asked);
  return query.sort === "relevance" ? { ...query, sort: "newest" } : query;
}

const ids = (articles: readonly MemoryArticle[]): string[] =>
  articles.map(({ article }) => article.id);

test("an index finds, orders and counts what a scan of all articles does", async () => {
  await fc.assert(
    fc.asyncProperty(
      someArticles,
      fc.array(aQuery, { minLength: 1, maxLength: 4 }),
      async (articles, asked) => {
        await withIndex(async (index) => {
          await index.apply(articles.map(putChange));
          const plain = memoryArchive(articles);
          for (const query of asked.map(byDate)) {
            const found = await index.search(query, { limit: 100, facets });
            const expected = await plain.search(query, { limit: 100, facets });
            const { list, holdingAll } = scan(articles, query);
            const foundIds = found.hits.map((hit) => hit.article.id);
            expect(found.holdingAll).toBe(holdingAll);
            expect(found.order).toBe(expected.order);
            if (holdingAll === undefined) expect(foundIds).toEqual(ids(list));
            else {
              const [all, some] = [foundIds.slice(0, holdingAll), foundIds.slice(holdingAll)];
              expect(all.toSorted()).toEqual(ids(list.slice(0, holdingAll)).toSorted());
              expect(some.toSorted()).toEqual(ids(list.slice(holdingAll)).toSorted());
            }
            expect(found.total).toBe(expected.total);
            expect(found.facets).toEqual(expected.facets);
            for (const interval of ["day", "week", "month", "year"] as const) {
              const { generation: _, ...timeline } = await index.timeline(query, interval);
              expect(await plain.timeline(query, interval)).toMatchObject(timeline);
            }
          }
        });
      },
    ),
    { numRuns: 150 },
  );
});

test("the same articles in any order and any number of steps make the same index", async () => {
  const steps = fc.tuple(someArticles, someArticles, fc.integer({ min: 1, max: 5 }), oneWordQuery);
  await fc.assert(
    fc.asyncProperty(steps, async ([first, second, size, asked]) => {
      const query = byDate(asked);
      const final = [
        ...new Map([...first, ...second].map((each) => [each.article.id, each])).values(),
      ];
      await withIndex(async (index) => {
        const all = [...first, ...second];
        for (let start = 0; start < all.length; start += size) {
          const listed = all.slice(start, start + size);
          await index.apply([
            ...new Map(listed.map((each) => [each.article.path, putChange(each)])).values(),
          ]);
        }
        const found = await index.search(query, { limit: 100, facets: [] });
        expect(found.hits.map((hit) => hit.article.id)).toEqual(ids(ordered(final, query)));
      });
    }),
    { numRuns: 150 },
  );
});

test("all pages together are the list, also when articles between them come and go", async () => {
  await fc.assert(
    fc.asyncProperty(
      someArticles,
      someArticles,
      oneWordQuery,
      fc.integer({ min: 1, max: 4 }),
      async (articles, others, asked, limit) => {
        const query = byDate(asked);
        const changing = others.filter(({ article }) =>
          articles.every((each) => each.article.id !== article.id),
        );
        await withIndex(async (index) => {
          await index.apply(articles.map(putChange));
          const seen: string[] = [];
          let cursor: string | undefined;
          let turn = 0;
          do {
            const page = await index.search(query, {
              limit,
              facets: [],
              ...(cursor === undefined ? {} : { cursor }),
            });
            seen.push(...page.hits.map((hit) => hit.article.id));
            cursor = page.next;
            const removing = turn++ % 2 === 1;
            await index.apply(
              changing.map((each) =>
                removing ? { type: "remove", path: each.article.path } : putChange(each),
              ),
            );
          } while (cursor !== undefined);
          const unchanged = new Set(ids(articles));
          expect(seen.filter((id) => unchanged.has(id))).toEqual(ids(ordered(articles, query)));
        });
      },
    ),
    { numRuns: 150 },
  );
});

test("a window shows the neighbours of its anchor and where it stands", async () => {
  const around = fc.record({
    before: fc.integer({ min: 0, max: 3 }),
    after: fc.integer({ min: 0, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(
      someArticles,
      oneWordQuery,
      around,
      fc.nat(15),
      async (articles, asked, { before, after }, number) => {
        const query = byDate(asked);
        await withIndex(async (index) => {
          await index.apply(articles.map(putChange));
          const plain = memoryArchive(articles);
          const id = articles[number % Math.max(1, articles.length)]?.article.id ?? "none";
          const { hits } = await index.search(query, { limit: 100, facets: [] });
          const cursor = hits[number % Math.max(1, hits.length)]?.cursor;
          const anchors = [
            "start",
            "end",
            { id },
            { ordinal: number },
            ...(cursor === undefined ? [] : [{ cursor }]),
          ] as const;
          for (const at of anchors) {
            const window = await index.window(query, { at, before, after });
            const expected = await plain.window(query, { at, before, after });
            expect(window.firstOrdinal).toBe(expected.firstOrdinal);
            expect(window.anchorOrdinal).toBe(expected.anchorOrdinal);
            expect(window.hits.map((hit) => hit.article.id)).toEqual(
              expected.hits.map((hit) => hit.article.id),
            );
          }
        });
      },
    ),
    { numRuns: 150 },
  );
});

test("by relevance come the articles that come by date, each once, the better scores first", async () => {
  await fc.assert(
    fc.asyncProperty(someArticles, aQuery, async (articles, asked) => {
      const query = { ...queryOf(asked), sort: "relevance" } as const;
      await withIndex(async (index) => {
        await index.apply(articles.map(putChange));
        const { hits, total, holdingAll } = await index.search(query, {
          limit: 100,
          facets: [],
        });
        const found = hits.map((hit) => hit.article.id);
        expect(found.toSorted()).toEqual(ids(ordered(articles, query)).toSorted());
        expect(total).toBe(found.length);
        for (const part of [hits.slice(0, holdingAll), hits.slice(holdingAll ?? hits.length)]) {
          const scores = part.map((hit) => hit.score ?? 0);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        }
      });
    }),
    { numRuns: 150 },
  );
});
