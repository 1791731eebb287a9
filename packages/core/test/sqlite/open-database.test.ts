import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { article } from "./an-index.ts";

const sequence = "SELECT value FROM meta WHERE name = 'sequence'";

test("an index is made where there is none, and opened where there is one", () => {
  const file = join(temporaryFolder(), "deep", "index.sqlite");
  const first = openDatabase(file);
  first.database.exec("UPDATE meta SET value = 7 WHERE name = 'sequence'");
  first.database.close();
  const second = openDatabase(file);
  expect(second.notice).toBeUndefined();
  expect(second.database.prepare(sequence).get()).toMatchObject({ value: 7 });
  second.database.close();
});

test("a file that is no index is replaced, and the reader is told", () => {
  const file = join(temporaryFolder(), "index.sqlite");
  writeFileSync(file, "This was an index once. ".repeat(100));
  const { database, notice } = openDatabase(file);
  expect(notice).toMatch(/damaged/);
  expect(database.prepare(sequence).get()).toMatchObject({ value: 0 });
  database.close();
});

test("an index of another version under our name is replaced", () => {
  const file = join(temporaryFolder(), "index.sqlite");
  const first = openDatabase(file);
  first.database.exec("PRAGMA user_version = 999");
  first.database.close();
  const { database, notice } = openDatabase(file);
  expect(notice).toMatch(/damaged/);
  database.close();
});

test("where nothing can be written the index is kept in memory, and the reader is told", () => {
  const folder = temporaryFolder({ file: "not a folder" });
  const { database, notice } = openDatabase(join(folder, "file", "index.sqlite"));
  expect(notice).toMatch(/cannot be kept .* --cache/);
  expect(database.location()).toBeNull();
  expect(readdirSync(folder)).toEqual(["file"]);
  database.close();
});

test("an index takes more memory to write than to search, and gives it back when all is tidy", async () => {
  const { database } = openDatabase(join(temporaryFolder(), "index.sqlite"));
  const index = new SqliteIndex(database);
  onTestFinished(() => index.close());
  const cached = (): number => -Number(database.prepare("PRAGMA cache_size").get()?.["cache_size"]);
  const searching = cached();
  await index.apply([article("one", "The ferry", "It leaves at six.")]);
  expect(cached()).toBeGreaterThan(searching);
  while (await index.tidy());
  expect(cached()).toBe(searching);
});
