import { join } from "node:path";
import { expect, test } from "vitest";
import { CancelledError } from "../../src/errors.ts";
import { everything } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { article, having, memory, options, query } from "./an-index.ts";

test("a field is counted by its most frequent values, and how many more there are is said", async () => {
  const index = memory();
  const names = Array.from({ length: 130 }, (_, number) => `Name ${number}`);
  await index.apply([
    ...names.map((name, number) => having(article(`a${number}`, "", ""), { author: [name] })),
    having(article("b", "", ""), { author: ["Name 129", "Name 7"] }),
    article("c", "", ""),
  ]);
  const { author = [], more } = await index.facets(everything, ["author", "section"]);
  expect(author).toHaveLength(101);
  expect(author.slice(0, 3)).toEqual([
    { value: "name-129", label: "Name 129", count: 2 },
    { value: "name-7", label: "Name 7", count: 2 },
    { value: "name-0", label: "Name 0", count: 1 },
  ]);
  expect(author.at(-1)).toEqual({ value: null, label: "", count: 1 });
  expect(more).toEqual({ author: 30 });
  await index.close();
});

test("spellings of one keyword are counted together, under the commonest", async () => {
  const index = memory();
  const tagged = (id: string, ...keywords: string[]): ReturnType<typeof article> =>
    having(article(id, "", ""), { keywords });
  await index.apply([
    tagged("a", "RAIN SEASON", "rain-season"),
    tagged("b", "Rain Season"),
    tagged("c", "Rain Season", "…"),
  ]);
  const { tag } = await index.facets(everything, ["tag"]);
  expect(tag).toEqual([{ value: "rain-season", label: "Rain Season", count: 3 }]);
  await index.close();
});

test("values of a change that failed are numbered anew", async () => {
  const index = memory();
  const cyclic: Record<string, unknown> = {};
  cyclic["self"] = cyclic;
  const put = having(article("a", "", ""), { keywords: ["rain"] });
  const broken = having(article("b", "", ""), { keywords: ["flood"], image: cyclic as never });
  await expect(index.apply([put, broken])).rejects.toThrow(/The index failed/);
  await index.apply([having(article("b", "", ""), { keywords: ["flood"] }), put]);
  const found = await index.search(query("tag:rain"), options);
  expect(found.hits.map((hit) => hit.article.id)).toEqual(["a"]);
  await index.close();
});

test("a reader knows the values that another connection wrote, before and after", async () => {
  const file = join(temporaryFolder(), "index.sqlite");
  const [writer, reader] = [
    new SqliteIndex(openDatabase(file).database),
    new SqliteIndex(openDatabase(file).database),
  ];
  const totals: number[] = [];
  for (const id of ["a", "b", "c"]) {
    await writer.apply([having(article(id, "", ""), { keywords: ["rain", id] })]);
    totals.push((await reader.search(query("tag:rain"), options)).total);
  }
  expect(totals).toEqual([1, 2, 3]);
  expect((await reader.search(query("tag:c"), options)).total).toBe(1);
  await Promise.all([writer.close(), reader.close()]);
});

test("what matches by a filter alone comes after what holds the words, in order of relevance", async () => {
  const index = memory();
  await index.apply([
    having(article("a", "A council", ""), { keywords: ["river"] }),
    article("b", "A bridge", ""),
    article("c", "A ferry", ""),
  ]);
  const found = await index.search(query("bridge OR tag:river"), options);
  expect(found.hits.map((hit) => hit.article.id)).toEqual(["b", "a"]);
  expect(found).toMatchObject({ order: "relevance", totalRelation: "eq", timedOut: false });
  expect(found.rankedNewest).toBeUndefined();
  const filtered = await index.search(query("tag:river"), options);
  expect(filtered).toMatchObject({ order: "newest", total: 1 });
  await index.close();
});

test("counting stops when it is cancelled, and says when its time was over", async () => {
  const index = memory();
  await index.apply(
    Array.from({ length: 3_000 }, (_, number) => article(`a${number}`, "bridge", "")),
  );
  const cancelled = (): boolean => true;
  await expect(index.facets(query("bridge"), ["section"], { cancelled })).rejects.toThrow(
    CancelledError,
  );
  await expect(index.timeline(query("bridge"), "day", { cancelled })).rejects.toThrow(
    CancelledError,
  );
  const late = { timeBudgetMs: 0 };
  expect(await index.facets(query("bridge"), ["section"], late)).toMatchObject({ timedOut: true });
  expect(await index.timeline(query("bridge"), "day", late)).toMatchObject({ timedOut: true });
  expect(await index.facets(query("bridge"), ["section"])).toEqual({
    section: [{ value: null, label: "", count: 3_000 }],
  });
  await index.close();
});

test("an article whose text is not indexed yet matches by what is known of it, and by no word", async () => {
  const index = memory();
  const { text: _, ...listed } = having(article("a", "The bridge opens", ""), {
    keywords: ["rain"],
  });
  await index.apply([listed]);
  const total = async (typed: string): Promise<number> =>
    (await index.search(query(typed), options)).total;
  expect(await total("tag:rain")).toBe(1);
  expect(await total("bridge OR tag:rain")).toBe(1);
  expect(await total("bridge tag:rain")).toBe(0);
  expect(await total("-bridge tag:rain")).toBe(0);
  expect(await total("-(bridge tag:snow)")).toBe(1);
  expect(await index.search(query("tag:rain"), options)).toMatchObject({ totalRelation: "eq" });
  expect(await index.search(query("-x tag:rain"), options)).toMatchObject({ totalRelation: "gte" });
  await index.close();
});
