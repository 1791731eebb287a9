import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Archive } from "../src/archive/archive.ts";
import { openArchive } from "../src/open-archive.ts";
import { everything } from "../src/query/query.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { until } from "./until.ts";

async function open(folder: string): Promise<Archive> {
  const archive = await openArchive(folder, { cacheDir: temporaryFolder() });
  onTestFinished(() => archive.close());
  await archive.settled();
  return archive;
}

/** The paths of all articles, in order. */
async function paths(archive: Archive): Promise<string[]> {
  const { hits } = await archive.search(everything, { limit: 500 });
  return hits.map(({ article }) => article.path).toSorted();
}

/** Resolves when the archive's articles are these. */
async function shows(archive: Archive, expected: readonly string[]): Promise<true> {
  await until(archive, async () => (await paths(archive)).join() === expected.join());
  return true;
}

test("files that are added, renamed and removed show without asking", async () => {
  const folder = temporaryFolder({ "a.md": "# A\n", "2024/b.md": "# B\n" });
  const archive = await open(folder);
  writeFileSync(join(folder, "2024/c.md"), "# C\n");
  expect(await shows(archive, ["2024/b.md", "2024/c.md", "a.md"])).toBe(true);
  renameSync(join(folder, "2024/c.md"), join(folder, "c.md"));
  expect(await shows(archive, ["2024/b.md", "a.md", "c.md"])).toBe(true);
  rmSync(join(folder, "a.md"));
  expect(await shows(archive, ["2024/b.md", "c.md"])).toBe(true);
});

test("an edit shows, whether a file is written in place or replaced", async () => {
  const folder = temporaryFolder({ "a.md": "# First\n" });
  const archive = await open(folder);
  const headline = async (): Promise<string | undefined> =>
    (await archive.search(everything)).hits[0]?.article.headline;
  writeFileSync(join(folder, "a.md"), "# Second\n");
  await until(archive, async () => (await headline()) === "Second");
  writeFileSync(join(folder, ".a.md.swp"), "# Third!\n");
  renameSync(join(folder, ".a.md.swp"), join(folder, "a.md"));
  await until(archive, async () => (await headline()) === "Third!");
  expect(await archive.status()).toMatchObject({ articles: 1, notices: [] });
});

test("an article with a code keeps its id when its file is renamed or its folder is moved", async () => {
  const folder = temporaryFolder({ "2024/a.md": "---\ncode: PIER1\n---\n# A pier\n" });
  const archive = await open(folder);
  const { next } = await archive.changes();
  const pathOf = async (): Promise<string | undefined> =>
    (await archive.get("PIER1"))?.article.path;
  renameSync(join(folder, "2024/a.md"), join(folder, "2024/b.md"));
  expect(await shows(archive, ["2024/b.md"])).toBe(true);
  expect(await pathOf()).toBe("2024/b.md");
  renameSync(join(folder, "2024"), join(folder, "old"));
  expect(await shows(archive, ["old/b.md"])).toBe(true);
  expect(await pathOf()).toBe("old/b.md");
  const { changes } = await archive.changes(next);
  expect(changes).toMatchObject([{ type: "put", article: { id: "PIER1", path: "old/b.md" } }]);
});

test("folders that are made, filled, moved, removed and made again are followed", async () => {
  const folder = temporaryFolder({ "a.md": "# A\n" });
  const archive = await open(folder);
  mkdirSync(join(folder, "2024/11"), { recursive: true });
  writeFileSync(join(folder, "2024/11/b.md"), "# B\n");
  expect(await shows(archive, ["2024/11/b.md", "a.md"])).toBe(true);
  renameSync(join(folder, "2024"), join(folder, "old"));
  expect(await shows(archive, ["a.md", "old/11/b.md"])).toBe(true);
  writeFileSync(join(folder, "old/11/c.md"), "# C\n");
  expect(await shows(archive, ["a.md", "old/11/b.md", "old/11/c.md"])).toBe(true);
  rmSync(join(folder, "old"), { recursive: true });
  mkdirSync(join(folder, "old"));
  writeFileSync(join(folder, "old/d.md"), "# D\n");
  expect(await shows(archive, ["a.md", "old/d.md"])).toBe(true);
  writeFileSync(join(folder, "old/e.md"), "# E\n");
  expect(await shows(archive, ["a.md", "old/d.md", "old/e.md"])).toBe(true);
});

test("many files at once all show, also beside links", async () => {
  const folder = temporaryFolder({ "a.md": "# A\n" });
  const archive = await open(folder);
  const names = Array.from({ length: 300 }, (_, index) => `n/${index % 7}/${index}.md`);
  for (const name of names) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), `# ${name}\n`);
  }
  expect(await shows(archive, ["a.md", ...names].toSorted())).toBe(true);
  mkdirSync(join(folder, ".store"));
  writeFileSync(join(folder, ".store/s.md"), "# S\n");
  symlinkSync(".store", join(folder, "shown"));
  expect(await shows(archive, ["a.md", ...names, "shown/s.md"].toSorted())).toBe(true);
});

test("a folder that goes away and comes back is followed again", async () => {
  const parent = temporaryFolder({ "archive/a.md": "# A\n" });
  const folder = join(parent, "archive");
  const archive = await open(folder);
  renameSync(folder, join(parent, "away"));
  await until(archive, async () =>
    (await archive.status()).notices.some((notice) => notice.includes("folder cannot be read")),
  );
  expect(await paths(archive)).toEqual(["a.md"]);
  renameSync(join(parent, "away"), folder);
  writeFileSync(join(folder, "b.md"), "# B\n");
  await archive.refresh();
  expect(await paths(archive)).toEqual(["a.md", "b.md"]);
  expect((await archive.status()).notices).toEqual([]);
  writeFileSync(join(folder, "c.md"), "# C\n");
  expect(await shows(archive, ["a.md", "b.md", "c.md"])).toBe(true);
});
