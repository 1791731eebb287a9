import {
  copyFileSync,
  existsSync,
  openSync,
  closeSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
  ftruncateSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { KeptArchive } from "../../src/kept-archive.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { headlines, keep } from "./kept.ts";
import { indexIn, manyArticles, oneSentence } from "./run-archive.ts";

const files = { ...manyArticles(40), "ferry.md": "# The ferry\n\nIt leaves at noon.\n" };
const damaged = ["The index was damaged, so it is being made again; no article is affected."];

/** An archive's folder, with a cache in which it was indexed. */
async function indexed(): Promise<{ readonly folder: string; readonly cache: string }> {
  const [folder, cache] = [temporaryFolder(files), temporaryFolder()];
  const archive = keep(folder, cache);
  await archive.settled();
  await archive.close();
  return { folder, cache };
}

/** That all articles are there, and that what is looked for is found. */
async function expectWhole(archive: KeptArchive): Promise<void> {
  expect(await archive.refresh()).toMatchObject({ articles: 41, state: "ready" });
  expect(await headlines(archive, "noon")).toEqual(["The ferry"]);
}

/** Writes over a part of a file, in place. */
function overwrite(file: string, start: number, bytes: number): void {
  const opened = openSync(file, "r+");
  writeSync(opened, Buffer.alloc(bytes, 0x5a), 0, bytes, start);
  closeSync(opened);
}

const size = (file: string): number => readFileSync(file).length;

/** What may happen to an index while nobody has it open, and whether it is noticed by what is left. */
const damages: readonly (readonly [what: string, damage: (index: string) => void])[] = [
  ["whose first bytes are others", (index) => overwrite(index, 0, 64)],
  ["whose schema is overwritten", (index) => overwrite(index, 100, 3_996)],
  [
    "with other bytes in every second page",
    (index) => {
      for (let page = 4_096; page < size(index); page += 8_192) overwrite(index, page, 4_096);
    },
  ],
  ["that is cut in the middle", (index) => truncateSync(index, Math.floor(size(index) / 2))],
  ["that is cut within its first page", (index) => truncateSync(index, 1_000)],
  ["that is a text", (index) => writeFileSync(index, "This was an index once. ".repeat(500))],
];

test.for(damages)("an index %s is made again, and the reader is told", async ([, damage]) => {
  const { folder, cache } = await indexed();
  damage(indexIn(cache));
  const archive = keep(folder, cache);
  await expectWhole(archive);
  expect((await archive.status()).notices).toEqual(damaged);
  expect(damaged[0]).toMatch(oneSentence);
  await archive.close();
  const again = keep(folder, cache);
  await expectWhole(again);
  expect((await again.status()).notices).toEqual([]);
});

test("an index of no length is made anew: it holds nothing that could be wrong", async () => {
  const { folder, cache } = await indexed();
  truncateSync(indexIn(cache), 0);
  await expectWhole(keep(folder, cache));
});

test("a log that is damaged or cut takes nothing with it but what was in it", async () => {
  for (const damage of [
    (log: string) => overwrite(log, 0, 32),
    (log: string) => overwrite(log, Math.floor(size(log) / 2), 4_096),
    (log: string) => truncateSync(log, Math.floor(size(log) / 2)),
    (log: string) => truncateSync(log, 10),
  ]) {
    const [folder, cache] = [temporaryFolder(files), temporaryFolder()];
    const first = keep(folder, cache);
    await first.settled();
    // As a process leaves it that was killed: with its log.
    const [index, left] = [indexIn(cache), temporaryFolder()];
    const name = index.slice(cache.length + 1);
    for (const ending of ["", "-wal"])
      if (existsSync(index + ending)) copyFileSync(index + ending, join(left, name + ending));
    await first.close();
    damage(join(left, `${name}-wal`));
    await expectWhole(keep(folder, left));
  }
});

test.for([
  [
    "overwritten",
    (index: string) => {
      for (let page = 0; page < size(index); page += 4_096) overwrite(index, page, 4_096);
    },
  ],
  [
    "cut",
    (index: string) => {
      const opened = openSync(index, "r+");
      ftruncateSync(opened, 4_096);
      closeSync(opened);
    },
  ],
] as const)(
  "an index that is %s while it is open is made again by all who have it open",
  async ([, damage]) => {
    const { folder, cache } = await indexed();
    const archives = [keep(folder, cache), keep(folder, cache)];
    for (const archive of archives) await archive.settled();
    damage(indexIn(cache));
    // What is kept in memory answers as before until something is read or written.
    writeFileSync(join(folder, "new.md"), "# New\n\nIt is new.\n");
    for (const archive of archives) {
      expect(await archive.refresh()).toMatchObject({ state: "ready", articles: 42 });
      expect((await headlines(archive, "noon OR new")).toSorted()).toEqual(["New", "The ferry"]);
    }
    expect((await archives[0]?.status())?.notices).toEqual(damaged);
  },
);
