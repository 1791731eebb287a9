import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

/** What a user is told whom some folders and files are closed to. */
const program = `
  const [folder, source] = process.argv.slice(1);
  const load = (path) => import(new URL(path, source));
  const [{ FolderArchive }, { SqliteIndex }, { openDatabase }, { SettingsFile }, { WriterLock }] =
    await Promise.all([
      load("archive/folder-archive.ts"), load("sqlite/sqlite-index.ts"),
      load("sqlite/open-database.ts"), load("source/settings-file.ts"), load("sqlite/writer-lock.ts"),
    ]);
  const { chmodSync } = await import("node:fs");
  const settingsFile = new SettingsFile(folder);
  const lock = new WriterLock(undefined);
  const archive = new FolderArchive({
    folder: { root: folder, settings: settingsFile.settings },
    index: new SqliteIndex(openDatabase(":memory:").database),
    settingsFile, watch: false, notices: [], onStatus: () => {},
    writerTurn: (work, wait, isOver) => lock.run(work, wait, isOver),
  });
  const seen = [];
  const look = async () => {
    const { articles, notices } = await archive.refresh().catch(() => archive.status());
    const { problems } = await archive.problems();
    const found = await archive.get("closed-b");
    seen.push({
      articles,
      notices,
      problems: problems.map(({ code, path, value }) => [code, path, value]),
      opened: found?.problems.map(({ code }) => code),
    });
  };
  await look();
  for (const name of ["closed", "c.md", "broadsheet.json"]) chmodSync(folder + "/" + name, 0);
  // Nobody: a super-user is refused nothing.
  if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534); }
  await look();
  await archive.close();
  console.log(JSON.stringify(seen));
`;

test("folders and files that are closed to the reader are problems, and what is indexed of them stays", ({
  skip,
}) => {
  skip(process.getuid === undefined, "this system has no users of that kind");
  const folder = temporaryFolder({
    "a.md": "# A\n\nText.\n",
    "closed/b.md": "# B\n\nText.\n",
    "c.md": "# C\n\nText.\n",
    "broadsheet.json": '{ "name": "River" }',
  });
  chmodSync(folder, 0o755);
  onTestFinished(() => chmodSync(join(folder, "closed"), 0o755));
  const source = pathToFileURL(join(import.meta.dirname, "../src/")).href;
  const options = ["--input-type=module", "-e", program, folder, source];
  const { stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([
    { articles: 3, notices: [], problems: [], opened: [] },
    {
      articles: 3,
      notices: [],
      problems: [
        ["settings-unreadable", "broadsheet.json", "permission denied"],
        ["file-unreadable", "c.md", "permission denied"],
        ["folder-unreadable", "closed", "permission denied"],
      ],
      opened: ["file-unreadable"],
    },
  ]);
});
