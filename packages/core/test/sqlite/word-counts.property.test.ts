import type { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Change } from "../../src/archive/article-index.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { article, options, query } from "./an-index.ts";

const words = ["bridge", "bridges", "bring", "ferry", "fern", "river", "rain", "ស្ពាន", "ទន្លេ"];
const beginnings = ["b", "bri", "bridges", "f", "fer", "r", "ស", "ទ", "x"];
const someWords = fc.array(fc.constantFrom(...words), { maxLength: 6 });

/** An article is put anew with other words or without its text, is taken out, or there is time to tidy up. */
const aStep = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  words: someWords,
  kind: fc.constantFrom("put", "put", "list", "remove", "tidy"),
});

const counted = (database: DatabaseSync): unknown =>
  database.prepare("SELECT term, articles FROM terms ORDER BY term").all();

test("words are in as many articles, after any steps, as if all were put for the first time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 25 }), async (steps) => {
      const [stepped, fresh] = [openDatabase(":memory:"), openDatabase(":memory:")];
      const [index, other] = [new SqliteIndex(stepped.database), new SqliteIndex(fresh.database)];
      const final = new Map<string, ReturnType<typeof article>>();
      for (const { id, words: chosen, kind } of steps) {
        const put = article(id, "", chosen.join(" "));
        if (kind === "tidy") await index.tidy();
        else if (kind === "remove") await index.apply([{ type: "remove", path: `${id}.md` }]);
        else await index.apply([kind === "put" ? put : { type: "put", file: put.file }]);
        if (kind === "put") final.set(id, put);
        else if (kind !== "tidy") final.delete(id);
      }
      await other.apply([...final.values()]);
      for (const beginning of beginnings) {
        for (const limit of [1, 2, 20]) {
          const offered = await index.suggest(beginning, { limit });
          expect(offered).toEqual(await other.suggest(beginning, { limit }));
        }
      }
      const meant = async (one: SqliteIndex): Promise<string | undefined> =>
        (await one.search(query("briges"), options)).meant;
      expect(await meant(index)).toBe(await meant(other));
      while (await index.tidy());
      expect(counted(stepped.database)).toEqual(counted(fresh.database));
      await Promise.all([index.close(), other.close()]);
    }),
    { numRuns: 150 },
  );
});

test("words are counted a little at a time, and what changes meanwhile is counted as well", async () => {
  const { database } = openDatabase(":memory:");
  const index = new SqliteIndex(database);
  const many = Array.from({ length: 60_000 }, (_, number) => `w${number}`).join(" ");
  await index.apply([article("a", "", many), article("b", "", "w1 wz")]);
  await index.apply([{ type: "remove", path: "a.md" }]);
  for (let step = 0; (await index.tidy()) || step < 3; step++) {
    if (step < 3) await index.apply([article(`c${step}`, "", `w1 w${step}0000 new`)]);
  }
  expect(counted(database)).toEqual([
    { term: "new", articles: 3 },
    { term: "w00000", articles: 1 },
    { term: "w1", articles: 4 },
    { term: "w10000", articles: 1 },
    { term: "w20000", articles: 1 },
    { term: "wz", articles: 1 },
  ]);
  expect(await index.suggest("w", { limit: 2 })).toEqual({
    words: [
      { word: "w1", articles: 4 },
      { word: "w00000", articles: 1 },
    ],
  });
  await index.close();
});

test("words of many texts are counted once no more are awaited, and begun anew when others come", async () => {
  const { database } = openDatabase(":memory:");
  const index = new SqliteIndex(database);
  const many = Array.from({ length: 60_000 }, (_, number) => `w${number}`).join(" ");
  const uncounted = (id: string, body: string, isGiven: boolean): Change => {
    const fields = { headline: "", description: "", keywords: "", body };
    const length = body.split(" ").length;
    const text = { fields, length, words: isGiven ? "" : body, uncounted: true };
    return { ...article(id, "", body), text };
  };
  const howMany = async (word: string): Promise<number | undefined> =>
    (await index.suggest(word, { limit: 1 })).words[0]?.articles;
  await index.apply([uncounted("a", many, false), { type: "awaited", files: 2 }]);
  await index.apply([uncounted("b", "w1 w59999", true)]);
  expect(await index.tidy("counts")).toBe(false);
  await index.apply([{ type: "awaited", files: 0 }]);
  expect(await index.tidy("counts")).toBe(true);
  await index.apply([uncounted("c", "w1", true)]);
  while (await index.tidy("counts"));
  expect([await howMany("w1"), await howMany("w59999")]).toEqual([3, 2]);
  expect(counted(database)).toHaveLength(60_000);
  await index.close();
});
