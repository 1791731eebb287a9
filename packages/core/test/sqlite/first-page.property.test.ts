import fc from "fast-check";
import { expect, test } from "vitest";
import { everything } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { put as putChange } from "../../src/archive/conformance/sample.ts";
import { someArticles } from "../some-articles.ts";

const aQuestion = fc.record({
  drafts: fc.boolean(),
  visibleAtMs: fc.option(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 7, 1) }), {
    nil: undefined,
  }),
  limit: fc.integer({ min: 1, max: 12 }),
});

test("the first page is the same before everything is at hand that other questions need", async () => {
  await fc.assert(
    fc.asyncProperty(
      someArticles,
      someArticles,
      aQuestion,
      async (articles, gone, { limit, visibleAtMs, drafts }) => {
        const index = new SqliteIndex(openDatabase(":memory:").database);
        const puts = new Map([...gone, ...articles].map((each) => [each.article.path, each]));
        const kept = new Set(articles.map((each) => each.article.path));
        await index.apply([...puts.values()].map(putChange));
        await index.apply(
          [...puts.keys()].flatMap((path) => (kept.has(path) ? [] : { type: "remove", path })),
        );
        const query = { ...everything, drafts, ...(visibleAtMs !== undefined && { visibleAtMs }) };
        const answers = async (): Promise<unknown[]> => [
          await index.search(query, { limit, facets: [] }),
          await index.window(query, { at: "start", before: 3, after: limit }),
        ];
        const early = await answers();
        await index.facets(query, ["section"]);
        expect(early).toEqual(await answers());
        await index.close();
      },
    ),
    { numRuns: 150 },
  );
});
