import { expect, test } from "vitest";
import { article, memory, options, query } from "./an-index.ts";

test("a search whose time is over says what there was no time for", async () => {
  const index = memory();
  await index.apply(
    Array.from({ length: 3_000 }, (_, number) => article(`a${number}`, "bridge", "")),
  );
  const late = await index.search(query("bridge"), { ...options, timeBudgetMs: 0 });
  expect(late).toMatchObject({ timedOut: true, totalRelation: "gte" });
  // The matches are known from another order; ranking them is what there is no time for.
  await index.search(query("bridge", "newest"), options);
  const unranked = await index.search(query("bridge"), { ...options, timeBudgetMs: 0 });
  expect(unranked).toMatchObject({ timedOut: true, total: 3_000, rankedNewest: 0 });
  const without = await index.search(query("-bridge"), { ...options, timeBudgetMs: 0 });
  expect(without).toMatchObject({ timedOut: true, hits: [], totalRelation: "gte" });
  const facets = await index.facets(query("bridge"), ["section"], { timeBudgetMs: 0 });
  expect(facets).toMatchObject({ timedOut: true });
  const timeline = await index.timeline(query("-bridge"), "day", { timeBudgetMs: 0 });
  expect(timeline).toMatchObject({ timedOut: true });
  await index.close();
});

test("values of a change that failed are numbered anew", async () => {
  const index = memory();
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;
  const rain = article("a", "", "", { keywords: ["rain"] });
  const broken = article("b", "", "", { keywords: ["flood"], image: cyclic as never });
  await expect(index.apply([rain, broken])).rejects.toThrow(/The index failed/);
  await index.apply([article("b", "", "", { keywords: ["flood"] }), rain]);
  const found = await index.search(query("tag:rain"), options);
  expect(found.hits.map((hit) => hit.article.id)).toEqual(["a"]);
  await index.close();
});
