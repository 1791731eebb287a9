import { expect, test } from "vitest";
import { divideText } from "../../src/archive/divide-text.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { SeenWords } from "../../src/text/seen-words.ts";
import { article, options, query } from "./an-index.ts";

test("segments that changes leave are merged a little at a time, and nothing else changes", async () => {
  const { database } = openDatabase(":memory:");
  const index = new SqliteIndex(database);
  const segments = (): number =>
    Number(database.prepare("SELECT count(DISTINCT segid) AS n FROM words_idx").get()?.["n"]);
  for (let number = 0; number < 15; number++)
    await index.apply([article(`a${String(number)}`, "news", "bridge")]);
  expect(segments()).toBe(15);
  const before = await index.search(query("bridge"), options);
  while (await index.tidy());
  expect(segments()).toBeLessThan(5);
  expect(await index.search(query("bridge"), options)).toEqual(before);
  expect(await index.tidy()).toBe(false);
  await index.close();
});

test("words that were not counted as they came are counted when all files are there", async () => {
  const counted = openDatabase(":memory:").database;
  const later = openDatabase(":memory:").database;
  const [one, two] = [new SqliteIndex(counted), new SqliteIndex(later)];
  const given = new SeenWords();
  for (const [id, body] of [
    ["a", "a bridge, a river"],
    ["b", "bridges over rivers"],
    ["c", "the bridge ស្ពាន"],
  ] as const) {
    const put = article(id, id, body);
    const text = { headline: id, description: "", keywords: "", body };
    await one.apply([put]);
    await two.apply([
      { ...put, text: divideText(text, given) },
      { type: "awaited", files: 1 },
    ]);
  }
  expect((await two.counts()).awaited).toBe(1);
  const terms = "SELECT term, articles FROM terms ORDER BY term";
  expect(later.prepare(terms).all()).not.toEqual(counted.prepare(terms).all());
  await two.apply([{ type: "awaited", files: 0 }]);
  expect((await two.counts()).awaited).toBe(0);
  while (await two.tidy("counts"));
  expect(later.prepare(terms).all()).toEqual(counted.prepare(terms).all());
  const forms = "SELECT * FROM forms ORDER BY stem, term";
  expect(later.prepare(forms).all()).toEqual(counted.prepare(forms).all());
  await one.close();
  await two.close();
});

test("words that were not counted as they came are counted though nothing was ever awaited", async () => {
  const { database } = openDatabase(":memory:");
  const index = new SqliteIndex(database);
  const given = new SeenWords();
  const puts = ["a", "b"].map((id) => {
    const text = { headline: "", description: "", keywords: "", body: "a bridge" };
    return { ...article(id, "", text.body), text: divideText(text, given) };
  });
  await index.apply(puts);
  while (await index.tidy("counts"));
  const count = database.prepare("SELECT articles FROM terms WHERE term = 'bridge'");
  expect(count.get()).toEqual({ articles: 2 });
  await index.close();
});
