import { join } from "node:path";
import { expect, test } from "vitest";
import { CancelledError, ClosedError, CursorError } from "../../src/errors.ts";
import { everything } from "../../src/query/query.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { article, memory, options, query } from "./an-index.ts";

test("a word in a headline ranks above the same word in a body", async () => {
  const index = memory();
  await index.apply([
    article("a", "A council meets", "the bridge"),
    article("b", "The bridge opens", "a council"),
  ]);
  const { hits } = await index.search(query("bridge"), options);
  expect(hits.map((hit) => hit.article.id)).toEqual(["b", "a"]);
  expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Infinity);
  await index.close();
});

test("accents, case, digits of any script and zero-width spaces do not matter", async () => {
  const index = memory();
  await index.apply([article("a", "Café à Łódź", "ឆ្នាំ\u200b២០២៤ ស្ពាន\u200bថ្មី STRASSE")]);
  for (const typed of ["cafe lodz", "CAFÉ", "2024", "ស្ពានថ្មី", "ស្ពាន", "straße"]) {
    expect((await index.search(query(typed), options)).total, typed).toBe(1);
  }
  expect((await index.search(query("caf"), options)).total).toBe(0);
  expect((await index.search(query("caf*"), options)).total).toBe(1);
  await index.close();
});

test("an article that is listed without its text is found by filters and not by words", async () => {
  const index = memory();
  const { text, ...listed } = article("a", "The bridge opens", "");
  await index.apply([listed]);
  expect((await index.search(everything, options)).total).toBe(1);
  expect(await index.search(query("bridge"), options)).toMatchObject({
    total: 0,
    totalRelation: "gte",
  });
  expect(await index.search(query("-bridge"), options)).toMatchObject({
    total: 0,
    totalRelation: "gte",
  });
  expect((await index.unsearchable(10)).map((entry) => entry.id)).toEqual(["a"]);
  await index.apply([{ ...listed, text }]);
  expect((await index.search(query("bridge"), options)).total).toBe(1);
  expect(await index.unsearchable(10)).toEqual([]);
  await index.close();
});

test("a text that was replaced or removed is no longer found", async () => {
  const index = memory();
  await index.apply([article("a", "old", ""), article("b", "old", "")]);
  await index.apply([article("a", "new", ""), { type: "remove", path: "b.md" }]);
  expect((await index.search(query("old"), options)).total).toBe(0);
  expect((await index.search(query("new"), options)).total).toBe(1);
  await index.close();
});

test("each change makes a new generation; a cursor by relevance belongs to its own", async () => {
  const index = memory();
  const before = await index.apply([article("a", "bridge", ""), article("b", "bridge", "")]);
  const page = await index.search(query("bridge"), { ...options, limit: 1 });
  expect(page.generation).toBe(before);
  const second = await index.search(query("bridge"), { ...options, cursor: page.next! });
  expect(second.hits).toHaveLength(1);
  expect(await index.apply([article("c", "bridge", "")])).not.toBe(before);
  await expect(index.search(query("bridge"), { ...options, cursor: page.next! })).rejects.toThrow(
    CursorError,
  );
  await index.close();
});

test("a failed change leaves nothing behind", async () => {
  const index = memory();
  const before = await index.apply([article("a", "bridge", "")]);
  const broken = article("b", "bridge", "");
  const cyclic: Record<string, unknown> = { ...broken.file.article };
  cyclic["self"] = cyclic;
  await expect(
    index.apply([
      article("c", "bridge", ""),
      { ...broken, file: { ...broken.file, article: cyclic as never } },
    ]),
  ).rejects.toThrow(/The index failed/);
  expect((await index.counts()).generation).toBe(before);
  expect((await index.search(everything, options)).total).toBe(1);
  await index.close();
});

test("a cancelled query stops; one whose time is over says so", async () => {
  const index = memory();
  await index.apply(
    Array.from({ length: 3_000 }, (_, number) => article(`a${number}`, "bridge", "")),
  );
  await expect(
    index.search(query("bridge"), { ...options, cancelled: () => true }),
  ).rejects.toThrow(CancelledError);
  const late = await index.search(query("bridge"), { ...options, timeBudgetMs: 0 });
  expect(late).toMatchObject({ timedOut: true, totalRelation: "gte" });
  // The matches are known from another order; ranking them is what there is no time for.
  await index.search(query("bridge", "newest"), options);
  const unranked = await index.search(query("bridge"), { ...options, timeBudgetMs: 0 });
  expect(unranked).toMatchObject({ timedOut: true, total: 3_000, rankedNewest: 0 });
  const without = await index.search(query("-bridge"), { ...options, timeBudgetMs: 0 });
  expect(without).toMatchObject({ timedOut: true, hits: [], totalRelation: "gte" });
  const whole = await index.search(query("bridge"), options);
  expect(whole).toMatchObject({ timedOut: false, totalRelation: "eq", total: 3_000 });
  await index.close();
});

test("a reader sees what another connection wrote", async () => {
  const file = join(temporaryFolder(), "index.sqlite");
  const [writer, reader] = [
    new SqliteIndex(openDatabase(file).database),
    new SqliteIndex(openDatabase(file).database),
  ];
  expect((await reader.search(everything, options)).total).toBe(0);
  await writer.apply([article("a", "bridge", "")]);
  expect((await reader.search(everything, options)).total).toBe(1);
  await Promise.all([writer.close(), reader.close()]);
});

test("a closed index refuses every question", async () => {
  const index = memory();
  await index.close();
  await expect(index.counts()).rejects.toThrow(ClosedError);
  await expect(index.search(everything, options)).rejects.toThrow(ClosedError);
  await index.close();
});

test.each([
  "a OR b",
  "NEAR(a b)",
  "headline:x",
  "a^2",
  "e-government",
  'say "so"',
  "col : x AND",
  "a\u0000b",
])("%j is looked for as words, whatever it means to the index", async (typed) => {
  const index = memory();
  await index.apply([article("a", `before ${typed} after`, "")]);
  expect((await index.search(query(typed), options)).total).toBe(1);
  await index.close();
});
