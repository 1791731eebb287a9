import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { FolderArchive } from "../../src/archive/folder-archive.ts";
import { everything } from "../../src/query/query.ts";
import { SettingsFile } from "../../src/source/settings-file.ts";
import type { FolderListener } from "../../src/source/watch-folders.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";

vi.mock("../../src/source/watch-folders.ts", async (original) => {
  const { FolderWatch, ...rest } =
    await original<typeof import("../../src/source/watch-folders.ts")>();
  class WatchOfThree extends FolderWatch {
    constructor(listener: FolderListener) {
      super(listener, 3);
    }
  }
  return { ...rest, FolderWatch: WatchOfThree };
});

/** Whether the drive announces changes. */
const drive = vi.hoisted(() => ({ announces: true }));

vi.mock("../../src/source/announces-changes.ts", () => ({
  announcesChanges: () => drive.announces,
}));

function openFolder(root: string): FolderArchive {
  const settingsFile = new SettingsFile(root);
  const archive = new FolderArchive({
    folder: { root, settings: settingsFile.settings },
    index: new SqliteIndex(openDatabase(":memory:").database),
    settingsFile,
    watch: true,
    notices: [],
    writerTurn: (work) => work(),
    onStatus: () => {},
  });
  onTestFinished(() => archive.close());
  return archive;
}

async function paths(archive: FolderArchive): Promise<readonly string[]> {
  const { hits } = await archive.search(everything);
  return hits.map(({ article }) => article.path).toSorted();
}

test("with more folders than can be watched a sentence says so, and changes show when questions come", async () => {
  const files = ["a", "b", "c", "d"].map((name) => [`${name}/x.md`, `# ${name}\n`]);
  const root = temporaryFolder(Object.fromEntries(files));
  const archive = openFolder(root);
  await archive.refresh();
  expect((await archive.status()).notices).toEqual([
    "Changes of files are not announced (there are more than 3 folders), so they show when they are looked for, every few seconds.",
  ]);
  const [now, start] = [vi.spyOn(performance, "now"), performance.now()];
  onTestFinished(() => now.mockRestore());
  now.mockImplementation(() => start);
  writeFileSync(join(root, "d/y.md"), "# y\n");
  await paths(archive);
  await archive.settled();
  expect(await paths(archive)).not.toContain("d/y.md");
  now.mockImplementation(() => start + 60_000);
  await paths(archive);
  await archive.settled();
  expect(await paths(archive)).toContain("d/y.md");
});

test("folders that become too many while an archive is open are told too", async () => {
  const root = temporaryFolder({ "a/x.md": "# a\n" });
  const archive = openFolder(root);
  await archive.refresh();
  expect((await archive.status()).notices).toEqual([]);
  for (const name of ["b", "c", "d"]) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, "x.md"), `# ${name}\n`);
  }
  await archive.refresh();
  expect(await paths(archive)).toEqual(["a/x.md", "b/x.md", "c/x.md", "d/x.md"]);
  expect((await archive.status()).notices).toHaveLength(1);
});

test("on a drive that announces nothing a sentence says so, and changes show when questions come", async () => {
  drive.announces = false;
  onTestFinished(() => void (drive.announces = true));
  const root = temporaryFolder({ "a.md": "# A\n" });
  const archive = openFolder(root);
  const { notices } = await archive.refresh();
  expect(notices).toEqual([
    "Changes of files are not announced (this kind of drive does not announce them), so they show when they are looked for, every few seconds.",
  ]);
  writeFileSync(join(root, "b.md"), "# B\n");
  const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 3_000);
  onTestFinished(() => now.mockRestore());
  await paths(archive);
  await archive.settled();
  expect(await paths(archive)).toEqual(["a.md", "b.md"]);
});
