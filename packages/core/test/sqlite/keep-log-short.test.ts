import { statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { article } from "./an-index.ts";

const mebibyte = 2 ** 20;

/** Reads without ever a moment in which nobody does, until it is ended. */
async function readAlways(file: string, isOver: () => boolean): Promise<void> {
  const readers = [new DatabaseSync(file), new DatabaseSync(file)] as const;
  const begin = (reader: DatabaseSync): void => {
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM articles").get();
  };
  begin(readers[0]);
  for (let [reading, next] = readers; !isOver(); [reading, next] = [next, reading]) {
    await setImmediate();
    begin(next);
    reading.exec("COMMIT");
  }
  for (const reader of readers) reader.close();
}

test("the write-ahead log stays short while others read all the time", async () => {
  const file = join(temporaryFolder({}), "index.sqlite");
  const index = new SqliteIndex(openDatabase(file).database);
  let isOver = false;
  const reading = readAlways(file, () => isOver);
  const description = "ferry ".repeat(mebibyte / 6);
  let longest = 0;
  for (let number = 0; number < 48; number++) {
    const { file: put } = article(String(number), "news", "bridge", { description });
    await index.apply([{ type: "put", file: put }]);
    await setImmediate();
    longest = Math.max(longest, statSync(`${file}-wal`).size);
  }
  isOver = true;
  await reading;
  expect(longest).toBeLessThan(36 * mebibyte);
  expect((await index.counts()).articles).toBe(48);
  await index.close();
});

test("a reader that never ends keeps nobody from writing, and once it is gone the log is short again", async () => {
  const file = join(temporaryFolder({}), "index.sqlite");
  const index = new SqliteIndex(openDatabase(file).database);
  const count = "SELECT count(*) AS articles FROM articles";
  const stuck = new DatabaseSync(file);
  stuck.exec("BEGIN");
  stuck.prepare(count).get();
  // Each look at the clock is a second later.
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 1_000));
  onTestFinished(() => clock.mockRestore());
  const description = "ferry ".repeat(mebibyte / 6);
  const put = async (number: number): Promise<unknown> => {
    const { file: one } = article(String(number), "news", "bridge", { description });
    return index.apply([{ type: "put", file: one }]);
  };
  for (let number = 0; number < 34; number++) await put(number);
  expect(stuck.prepare(count).get()).toEqual({ articles: 0 });
  const reader = new DatabaseSync(file);
  expect(reader.prepare(count).get()).toEqual({ articles: 34 });
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(34 * mebibyte);
  stuck.close();
  await put(34);
  expect(statSync(`${file}-wal`).size).toBeLessThan(2 * mebibyte);
  expect(reader.prepare(count).get()).toEqual({ articles: 35 });
  reader.close();
  await index.close();
});

test("a change that was made is made, also when the log cannot be begun anew", async () => {
  const { database } = openDatabase(join(temporaryFolder({}), "index.sqlite"));
  const index = new SqliteIndex(database);
  const prepare = database.prepare.bind(database);
  let tries = 0;
  database.prepare = (sql) => {
    if (!sql.includes("wal_checkpoint")) return prepare(sql);
    tries++;
    throw new Error("disk I/O error");
  };
  const description = "ferry ".repeat(6 * mebibyte);
  const { file } = article("a", "news", "bridge", { description });
  await index.apply([{ type: "put", file }]);
  expect((await index.counts()).articles).toBe(1);
  expect(tries).toBe(1);
  await index.close();
});
