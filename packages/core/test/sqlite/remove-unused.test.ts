import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { openArchive } from "../../src/open-archive.ts";
import { indexFile } from "../../src/sqlite/index-file.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { noteUse, removeUnused } from "../../src/sqlite/remove-unused.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const dayMs = 86_400_000;
const endings = ["", "-wal", "-shm", ".lock", ".folder"];

/** A cache with the index of a folder, beside which there may be others. */
function aCache(): { readonly folder: string; readonly cache: string; readonly ours: string } {
  const [folder, cache] = [temporaryFolder(), temporaryFolder()];
  const ours = indexFile(folder, { timeZone: "UTC" }, cache);
  writeIndex(ours, folder);
  return { folder, cache, ours };
}

function writeIndex(file: string, folder: string | undefined): void {
  openDatabase(file).database.close();
  if (folder !== undefined) noteUse(file, folder);
}

/** Makes an index look as if it had last been opened some days ago. */
function age(file: string, days: number): void {
  const then = new Date(Date.now() - days * dayMs);
  for (const ending of endings)
    if (existsSync(file + ending)) utimesSync(file + ending, then, then);
}

let others = 0;

/** The name of another index, as a version of ours calls it. */
function other(cache: string, version = "v1.1.1"): string {
  return join(cache, `${String(++others).padStart(24, "0")}-${version}.sqlite`);
}

function left(cache: string, ours: string): string[] {
  return readdirSync(cache)
    .map((name) => join(cache, name))
    .filter((path) => !path.startsWith(ours));
}

test("indexes of the same archive, of archives that are gone and of unknown ones go after a month", () => {
  const { folder, cache, ours } = aCache();
  for (const of of [folder, "/nonexistent/archive", undefined]) {
    const index = other(cache, "v9.2");
    writeIndex(index, of);
    writeFileSync(`${index}.lock`, "");
    age(index, 29);
    removeUnused(ours, folder, Date.now());
    expect(existsSync(index), of).toBe(true);
    age(index, 31);
    removeUnused(ours, folder, Date.now());
    expect(left(cache, ours), of).toEqual([]);
  }
  age(ours, 400);
  removeUnused(ours, folder, Date.now());
  expect(existsSync(ours)).toBe(true);
});

test("the index of another archive that is there stays, however old", () => {
  const { folder, cache, ours } = aCache();
  const index = other(cache);
  writeIndex(index, temporaryFolder());
  age(index, 1_000);
  removeUnused(ours, folder, Date.now());
  expect(existsSync(index)).toBe(true);
});

test("an index that a process has open stays, however old, until the process dies", async () => {
  const { folder, cache, ours } = aCache();
  const index = other(cache, "v99.1.1");
  writeIndex(index, folder);
  const program = `
    const { DatabaseSync } = require("node:sqlite");
    const database = new DatabaseSync(${JSON.stringify(index)});
    database.prepare("SELECT * FROM meta").all();
    console.log("open");
    setInterval(() => database, 1000);`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  age(index, 400);
  removeUnused(ours, folder, Date.now());
  expect(existsSync(index)).toBe(true);
  child.kill("SIGKILL");
  await once(child, "close");
  age(index, 400);
  removeUnused(ours, folder, Date.now());
  expect(left(cache, ours)).toEqual([]);
});

test("an index that was opened again is young again, also where a clock has jumped", () => {
  const { folder, cache, ours } = aCache();
  const index = other(cache);
  writeIndex(index, folder);
  age(index, 400);
  noteUse(index, folder);
  removeUnused(ours, folder, Date.now());
  age(index, -3);
  removeUnused(ours, folder, Date.now());
  expect(existsSync(index)).toBe(true);
});

test("a damaged index goes as any other", () => {
  const { folder, cache, ours } = aCache();
  const index = other(cache);
  writeFileSync(index, "This is no database. ".repeat(500));
  age(index, 31);
  removeUnused(ours, folder, Date.now());
  expect(left(cache, ours)).toEqual([]);
});

test("what belongs to no index goes after a day, and what is not ours stays for ever", () => {
  const { folder, cache, ours } = aCache();
  const [old, young] = [other(cache), other(cache)];
  for (const ending of endings.slice(1))
    for (const file of [old, young]) writeFileSync(file + ending, "");
  age(old, 2);
  const foreign = ["notes.sqlite", "index.sqlite-wal", "abc-v1.sqlite.lock"].map((name) =>
    join(cache, name),
  );
  for (const file of foreign) {
    writeFileSync(file, "");
    utimesSync(file, 1, 1);
  }
  removeUnused(ours, folder, Date.now());
  const expected = [...foreign, ...endings.slice(1).map((ending) => young + ending)];
  expect(left(cache, ours).toSorted()).toEqual(expected.toSorted());
});

test("opening an archive keeps house, and says nothing of it", async () => {
  const [folder, cacheDir] = [temporaryFolder({ "a.md": "# A\n" }), temporaryFolder()];
  const stale = other(cacheDir);
  writeIndex(stale, folder);
  age(stale, 31);
  const archive = await openArchive(folder, { cacheDir });
  onTestFinished(() => archive.close());
  expect((await archive.settled()).notices).toEqual([]);
  await archive.status();
  expect(existsSync(stale)).toBe(false);
});

test("a cache folder that is gone or cannot be read is left alone", () => {
  const { folder, cache, ours } = aCache();
  rmSync(cache, { recursive: true });
  expect(() => removeUnused(ours, folder, Date.now())).not.toThrow();
});

test("a lock on an index is seen by those who would remove it", () => {
  const { cache } = aCache();
  const index = other(cache);
  writeIndex(index, undefined);
  const reader = new DatabaseSync(index);
  reader.prepare("SELECT * FROM meta").all();
  age(index, 400);
  removeUnused(join(cache, "x"), "/x", Date.now());
  reader.close();
  expect(existsSync(index)).toBe(true);
});
