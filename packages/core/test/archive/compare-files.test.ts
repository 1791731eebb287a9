import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { ArticleIndex } from "../../src/archive/article-index.ts";
import { bringInStep } from "../../src/archive/bring-in-step.ts";
import { Comparison } from "../../src/archive/compare-files.ts";
import { lookAtEverything } from "../../src/archive/look-at-everything.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const settings = { name: "Test", timeZone: "UTC" };
const progress = { report: () => {}, pause: async () => {} };

/** An index, and how many files it was asked for since it was last looked at. */
function watchedIndex(): { readonly index: ArticleIndex; readonly asked: () => number } {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  const stamps = vi.spyOn(index, "stamps");
  onTestFinished(() => index.close());
  return {
    index,
    asked: () => {
      const calls = stamps.mock.calls.length;
      stamps.mockClear();
      return calls;
    },
  };
}

/** Looks at a folder, and brings the index into step; gives the paths that were not as they were. */
async function look(root: string, index: ArticleIndex): Promise<readonly string[]> {
  const { differences } = await lookAtEverything(
    { root, settings },
    index,
    undefined,
    progress.pause,
  );
  const { changed, gone } = differences;
  const paths = [...changed.newestFirst(100)].flat().map(({ path }) => path);
  await bringInStep({ root, settings }, index, differences, progress);
  return [...paths, ...gone.map(({ path }) => `-${path}`)].toSorted();
}

/** A folder whose files were written long before they are read. */
function oldFolder(files: { readonly [path: string]: string }): string {
  const root = temporaryFolder(files);
  const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
  onTestFinished(() => now.mockRestore());
  return root;
}

test("of folders in which nothing has changed an index is asked for no file", async () => {
  const root = oldFolder({ "a.md": "a", "b/c.md": "c", "b/d/e.md": "e", "f/g/h.md": "h" });
  const { index, asked } = watchedIndex();
  await look(root, index);
  asked();
  expect(await look(root, index)).toEqual([]);
  expect(asked()).toBe(4);
  expect(await look(root, index)).toEqual([]);
  expect(asked()).toBe(0);

  appendFileSync(join(root, "b/c.md"), " more");
  expect(await look(root, index)).toEqual(["b/c.md"]);
  expect(asked()).toBe(1);
  // Compared once more, and then known again.
  await look(root, index);
  asked();
  utimesSync(join(root, "a.md"), 1, 1);
  expect(await look(root, index)).toEqual(["a.md"]);
  expect(asked()).toBe(1);
});

test("a folder that is gone is missed, and one that is empty, though all others are as they were", async () => {
  const root = oldFolder({ "a.md": "a", "b/c.md": "c", "b/d/e.md": "e", "f/g/h.md": "h" });
  const { index } = watchedIndex();
  for (let round = 0; round < 3; round++) await look(root, index);
  rmSync(join(root, "b/d"), { recursive: true });
  rmSync(join(root, "f/g/h.md"));
  expect(await look(root, index)).toEqual(["-b/d/e.md", "-f/g/h.md"]);
  renameSync(join(root, "b"), join(root, "bb"));
  expect(await look(root, index)).toEqual(["-b/c.md", "bb/c.md"]);
  expect(await look(root, index)).toEqual([]);
});

test("a folder that was away is new when it is back, although its files are as they were", async () => {
  const root = oldFolder({ "a.md": "a", "b/c.md": "c" });
  const away = temporaryFolder();
  const { index } = watchedIndex();
  for (let round = 0; round < 2; round++) await look(root, index);
  renameSync(join(root, "b"), join(away, "b"));
  expect(await look(root, index)).toEqual(["-b/c.md"]);
  renameSync(join(away, "b"), join(root, "b"));
  expect(await look(root, index)).toEqual(["b/c.md"]);
  expect((await index.counts()).articles).toBe(2);
});

test("a file that a link leads to is not missed in the folder of the link", async () => {
  const root = oldFolder({ "a.md": "a", ".store/b.md": "b", ".store/c.md": "c" });
  mkdirSync(join(root, "links"));
  for (const link of ["b.md", "links/c.md"])
    symlinkSync(join(root, ".store", link.slice(-4)), join(root, link));
  const { index } = watchedIndex();
  expect(await look(root, index)).toEqual(["a.md", "b.md", "links/c.md"]);
  for (let round = 0; round < 2; round++) expect(await look(root, index)).toEqual([]);
  appendFileSync(join(root, ".store/b.md"), " more");
  expect(await look(root, index)).toEqual(["b.md"]);
  rmSync(join(root, "links/c.md"));
  expect(await look(root, index)).toEqual(["-links/c.md"]);
});

test("others have their turns while an index is asked for many files that are gone", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const { index } = watchedIndex();
  const names = Array.from({ length: 100 }, (_, number) => `${String(number + 100)}.md`);
  await look(temporaryFolder(Object.fromEntries(names.map((name) => [name, name]))), index);
  const sinceTurn: number[] = [];
  let turnMs = performance.now();
  const comparison = new Comparison(index, async () => {
    turnMs = performance.now();
  });
  const find = index.find.bind(index);
  index.find = (key) => {
    vi.advanceTimersByTime(5);
    sinceTurn.push(performance.now() - turnMs);
    return find(key);
  };
  await comparison.missFolder("");
  expect((await comparison.differences()).gone).toHaveLength(100);
  expect(Math.max(...sinceTurn)).toBeLessThan(60);
});
