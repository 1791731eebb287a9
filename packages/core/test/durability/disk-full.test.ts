import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { expect, test, vi } from "vitest";
import { everything } from "../../src/query/query.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { headlines, keep } from "./kept.ts";
import { manyArticles, oneSentence, runArchive } from "./run-archive.ts";

/** The indexes that were opened, each with room for a hundred pages of 4 KiB. */
const room = vi.hoisted(() => ({ open: new Set<DatabaseSync>() }));

vi.mock("../../src/sqlite/open-database.ts", async (load) => {
  const real = await load<typeof import("../../src/sqlite/open-database.ts")>();
  return {
    ...real,
    openDatabase: (file: string): ReturnType<typeof real.openDatabase> => {
      const opened = real.openDatabase(file);
      room.open.add(opened.database);
      opened.database.exec("PRAGMA max_page_count = 100");
      return opened;
    },
  };
});

const notWritten = expect.stringMatching(/^The index cannot be written \(.+\), so what it has is/);

function write(folder: string, files: { readonly [path: string]: string }): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

function makeRoom(): void {
  for (const database of room.open)
    if (database.isOpen) database.exec("PRAGMA max_page_count = 100000");
}

test("while a disk is full in the middle of a build what was indexed is shown, and the build goes on when there is room", async () => {
  const archive = keep(temporaryFolder(manyArticles(300)), temporaryFolder());
  await expect(archive.refresh()).rejects.toMatchObject({ code: "index-failed" });
  const { state, articles, notices } = await archive.status();
  expect({ state, notices }).toEqual({ state: "building", notices: [notWritten] });
  expect(notices[0]).toMatch(oneSentence);
  expect(notices[0]).toContain("full");
  expect(articles).toBeLessThan(300);
  const { total, totalRelation } = await archive.ask((asked) => asked.search(everything));
  expect([total, totalRelation]).toEqual([articles, "gte"]);
  makeRoom();
  expect(await archive.refresh()).toMatchObject({ state: "ready", articles: 300, notices: [] });
});

test("while a disk is full during an update the articles stay as they were, and nothing is lost", async () => {
  const folder = temporaryFolder({ "old.md": "# Old\n\nThe ferry.\n" });
  const archive = keep(folder, temporaryFolder());
  await archive.refresh();
  const { generation } = await archive.status();
  write(folder, { ...manyArticles(300), "old.md": "# New\n\nThe bridge.\n" });
  await expect(archive.refresh()).rejects.toMatchObject({ code: "index-failed" });
  expect(await archive.status()).toMatchObject({ state: "ready", notices: [notWritten] });
  makeRoom();
  const after = await archive.refresh();
  expect(after).toMatchObject({ state: "ready", articles: 301, notices: [] });
  expect(after.generation).not.toBe(generation);
  expect(await headlines(archive, "bridge")).toEqual(["New"]);
});

test("an article is read from its file as it is now, though the index has no room for that", async () => {
  const folder = temporaryFolder({ "a.md": "# Before\n" });
  const archive = keep(folder, temporaryFolder());
  await archive.refresh();
  for (const database of room.open) if (database.isOpen) database.exec("PRAGMA max_page_count = 1");
  const [longText = ""] = Object.values(manyArticles(1));
  write(folder, { "a.md": `# After\n\n${longText.repeat(20)}` });
  const found = await archive.ask((asked) => asked.get("a"));
  expect(found?.article.headline).toBe("After");
  expect(await headlines(archive)).toEqual(["Before"]);
});

// The system itself refuses to make a file longer: what a quota does, as the disk's end.
test.skipIf(process.platform === "win32")(
  "a process whose files may not grow goes on with the articles it could index, and the next one completes the index",
  () => {
    const [folder, cache] = [temporaryFolder(manyArticles(200)), temporaryFolder()];
    const limited = runArchive(folder, cache, { blocks: 600 });
    expect(limited).toMatchObject({ failure: "index-failed", notices: [notWritten] });
    expect(limited.notices[0]).toMatch(oneSentence);
    expect(limited.articles).toBeLessThan(200);
    expect(runArchive(folder, cache)).toMatchObject({ state: "ready", articles: 200, notices: [] });
    write(folder, { ...manyArticles(200, 200), "a0.md": "# Changed\n" });
    const updating = runArchive(folder, cache, { blocks: 600 });
    expect(updating).toMatchObject({
      state: "ready",
      failure: "index-failed",
      notices: [notWritten],
    });
    expect(updating.articles).toBeGreaterThanOrEqual(200);
    const whole = runArchive(folder, cache);
    expect(whole).toMatchObject({ state: "ready", articles: 400, notices: [] });
    expect(whole.headlines).toContain("Changed");
  },
);

test.skipIf(process.platform === "win32")(
  "where there is no room even for an empty index it is made in memory",
  () => {
    const [folder, cache] = [temporaryFolder(manyArticles(3)), temporaryFolder()];
    const { articles, state, notices } = runArchive(folder, cache, { blocks: 8 });
    expect({ articles, state, notices }).toEqual({
      articles: 3,
      state: "ready",
      notices: [expect.stringMatching(/^The index cannot be kept \(.+\), so it is made anew/)],
    });
    expect(notices[0]).toMatch(oneSentence);
    expect(runArchive(folder, cache)).toMatchObject({ articles: 3, notices: [] });
  },
);
