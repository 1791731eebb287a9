import { expect, test } from "vitest";
import { put, sample, type Put } from "../../src/archive/conformance/sample.ts";
import type { ArticleDate } from "../../src/article/article-date.ts";
import { parseText } from "../../src/query/parse-text.ts";
import { everything } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { sortKeyGap } from "../../src/sqlite/sort-keys.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";

const epochMs = Date.UTC(2024, 0, 1);

const dayMs = 86_400_000;

/** An article about a bridge in a file of its id, of a day. */
function ofDay(id: string, startMs: number = epochMs): Put {
  const datePublished: ArticleDate = {
    written: "2024",
    precision: "day",
    offset: null,
    epochMs: startMs,
    endMs: startMs + dayMs,
  };
  return put(sample(id, { path: id, headline: "bridge", datePublished }));
}

test("articles that always come between the same two stay in order and are found", async () => {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  const wanted = { ...everything, text: parseText("bridge")! };
  await index.apply([ofDay("a"), ofDay("z")]);
  const ids = ["a", "z"];
  // Each halves the room that the one before left, so that it is used up more than once.
  for (let number = 0; number < 3 * Math.log2(sortKeyGap); number++) {
    const id = `b${"b".repeat(number)}`;
    ids.push(id);
    await index.apply([ofDay(id)]);
    const missing = await index.unsearchable(1_000);
    if (missing.length > 0) await index.apply(missing.map((entry) => ofDay(entry.path)));
    const { hits, total } = await index.search(wanted, { limit: 500, facets: [] });
    expect(total).toBe(ids.length);
    expect(hits.map((hit) => hit.article.id)).toEqual(ids.toSorted());
  }
  await index.close();
});

test("a thousand articles that come at once find room between two others", async () => {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  await index.apply([ofDay("a"), ofDay("z")]);
  const many = Array.from({ length: 1_000 }, (_, number) => `m${String(number).padStart(4, "0")}`);
  await index.apply(many.map((id) => ofDay(id)));
  expect(await index.unsearchable(1)).toEqual([]);
  const { hits } = await index.search(everything, { limit: 500, facets: [] });
  expect(hits.map((hit) => hit.article.id)).toEqual(["a", ...many].slice(0, 500));
  await index.close();
});

test("articles that come newest first, beside undated ones, are never read again", async () => {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  const ids: string[] = [];
  for (let step = 0; step < 60; step++) {
    const some = Array.from({ length: 20 }, (_, number) => `m${String(step * 20 + number)}`);
    ids.push(...some);
    await index.apply(
      some.map((id, number) => {
        const undated = put(sample(id, { path: id, headline: "bridge" }));
        return number === 7 ? undated : ofDay(id, epochMs - (step * 20 + number) * dayMs);
      }),
    );
    expect(await index.unsearchable(1)).toEqual([]);
  }
  const { hits } = await index.search(
    { ...everything, text: parseText("bridge")! },
    { limit: 500, facets: [] },
  );
  const dated = ids.filter((_, number) => number % 20 !== 7);
  expect(hits.map((hit) => hit.article.id)).toEqual(dated.slice(0, 500));
  await index.close();
});

test("when two articles have no room between them only their neighbours are read again", async () => {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  const many = Array.from({ length: 2_000 }, (_, number) => `m${String(number).padStart(4, "0")}`);
  await index.apply(many.map((id) => ofDay(id)));
  let moved = 0;
  for (let number = 0; number < 2 * Math.log2(sortKeyGap); number++) {
    await index.apply([ofDay(`m1000-${"b".repeat(number + 1)}`)]);
    const missing = await index.unsearchable(5_000);
    moved = Math.max(moved, missing.length);
    await index.apply(missing.map((entry) => ofDay(entry.path)));
  }
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThan(200);
  const wanted = { ...everything, text: parseText("bridge")! };
  expect((await index.search(wanted, { limit: 1, facets: [] })).total).toBe(2_040);
  await index.close();
});
