import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { everything } from "../../src/query/query.ts";
import { KeptColumns, keptColumnsEnding } from "../../src/sqlite/kept-columns.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { readColumns, type ColumnsOfWrite } from "../../src/sqlite/read-columns.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { article } from "./an-index.ts";

const many = Array.from({ length: 4_200 }, (_, number) => article(`n${number}`, "A pier", ""));

function open(file: string): { readonly index: SqliteIndex; readonly kept: KeptColumns } {
  const { database } = openDatabase(file);
  const index = new SqliteIndex(database);
  onTestFinished(() => index.close());
  return { index, kept: new KeptColumns(database) };
}

/** Does all that is to be done while there is nothing else. */
async function tidy(index: SqliteIndex): Promise<void> {
  while (await index.tidy());
}

/** The file of an index of many articles, whose columns are kept. */
async function manyIndexed(): Promise<string> {
  const file = join(temporaryFolder(), "index.sqlite");
  const { index } = open(file);
  await index.apply(many);
  await tidy(index);
  await index.close();
  return file;
}

/** What an index of many articles has in memory for questions, as it is read from the tables. */
function columnsIn(file: string): ColumnsOfWrite["columns"] {
  const { database } = openDatabase(file);
  onTestFinished(() => database.close());
  return readColumns(database);
}

test("the columns of many articles are kept beside the index, and are those in the tables", async () => {
  const file = await manyIndexed();
  expect(open(file).kept.read()).toEqual({ columns: columnsIn(file), sequence: 1 });
});

test("an index goes on from what was kept: what has changed since is in its answers", async () => {
  const file = await manyIndexed();
  const { index } = open(file);
  await index.apply([article("later", "A pier", "boat"), { type: "remove", path: "n7.md" }]);
  await index.close();
  const { hits, total } = await open(file).index.search(
    { ...everything, sections: ["_none"] },
    { limit: 5_000, facets: [] },
  );
  const ids = hits.map((hit) => hit.article.id);
  expect([total, ids.includes("later"), ids.includes("n7")]).toEqual([4_200, true, false]);
});

test("columns are kept anew when many articles have changed, not with every change", async () => {
  const file = await manyIndexed();
  const before = readFileSync(file + keptColumnsEnding);
  const { index } = open(file);
  await index.apply([article("later", "A pier", "")]);
  await tidy(index);
  expect(readFileSync(file + keptColumnsEnding).equals(before)).toBe(true);
  await index.apply(many.slice(0, 500));
  await tidy(index);
  expect(readFileSync(file + keptColumnsEnding).equals(before)).toBe(false);
  expect(open(file).kept.read()?.sequence).toBe(3);
});

test("columns that are damaged, cut or away are passed over", async () => {
  const file = await manyIndexed();
  const kept = file + keptColumnsEnding;
  const bytes = readFileSync(kept);
  const damaged = Buffer.from(bytes);
  damaged[bytes.length - 100]! ^= 1;
  for (const written of [damaged, bytes.subarray(0, -1), bytes.subarray(0, 3), Buffer.alloc(0)]) {
    writeFileSync(kept, written);
    expect(open(file).kept.read()).toBeUndefined();
  }
});

test("columns that turn out to be damaged are kept anew when there is time", async () => {
  const file = await manyIndexed();
  writeFileSync(file + keptColumnsEnding, "");
  const { index } = open(file);
  await index.facets(everything, ["section"]);
  await tidy(index);
  expect(open(file).kept.read()).toEqual({ columns: columnsIn(file), sequence: 1 });
});

test("columns of writes that the index has lost are passed over, also when others followed", async () => {
  const file = await manyIndexed();
  const [index, columns] = [`${file}.copy`, `${file}.copy${keptColumnsEnding}`];
  copyFileSync(file, index);
  const lost = open(file);
  await lost.index.apply(many.slice(0, 500));
  await tidy(lost.index);
  copyFileSync(file + keptColumnsEnding, columns);
  const { index: other, kept } = open(index);
  await other.apply([article("else", "A pier", "")]);
  await other.apply([article("more", "A pier", "")]);
  expect(kept.read()).toBeUndefined();
});

test("few articles, and an index in memory, keep no columns", async () => {
  const file = join(temporaryFolder(), "index.sqlite");
  const { index } = open(file);
  await index.apply(many.slice(0, 1_000));
  await tidy(index);
  expect(existsSync(file + keptColumnsEnding)).toBe(false);
  const memory = open(":memory:");
  await memory.index.apply(many);
  await tidy(memory.index);
  expect(memory.kept.read()).toBeUndefined();
});

test("where there is no room for the columns nothing is left of them, and the index goes on", async () => {
  const file = join(temporaryFolder(), "index.sqlite");
  const { index, kept } = open(file);
  // A folder cannot be replaced by a file.
  mkdirSync(file + keptColumnsEnding);
  await index.apply(many);
  await tidy(index);
  expect(existsSync(`${file}${keptColumnsEnding}.new`)).toBe(false);
  expect(kept.read()).toBeUndefined();
  expect((await index.search(everything, { limit: 1, facets: ["section"] })).total).toBe(4_200);
});
