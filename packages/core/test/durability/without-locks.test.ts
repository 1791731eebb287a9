import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type * as Sqlite from "node:sqlite";
import { expect, onTestFinished, test, vi } from "vitest";
import { WriterLock } from "../../src/sqlite/writer-lock.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { headlines, keep } from "./kept.ts";
import { oneSentence } from "./run-archive.ts";

/** Files on a drive that refuses locks, by the ends of their names. */
const refusing = vi.hoisted(() => ({ files: new Set<string>() }));

vi.mock("node:sqlite", async (load) => {
  const real = await load<typeof Sqlite>();
  /** What SQLite answers where a drive has no locks: SQLITE_IOERR_LOCK (https://sqlite.org/rescode.html). */
  class WithoutLocks extends real.DatabaseSync {
    override exec(sql: string): void {
      const file = this.location() ?? "";
      if ([...refusing.files].some((ending) => file.endsWith(ending)) && /BEGIN|PRAGMA/.test(sql))
        throw Object.assign(new Error("disk I/O error"), { errcode: 3_850 });
      super.exec(sql);
    }
  }
  return { ...real, DatabaseSync: WithoutLocks };
});

function refuse(...endings: readonly string[]): void {
  for (const ending of endings) refusing.files.add(ending);
  onTestFinished(() => refusing.files.clear());
}

const files = { "a.md": "# A\n", "b.md": "# B\n" };

test("on a drive without locks the index is in memory, and the reader is told", async () => {
  refuse(".sqlite", ".lock");
  const [folder, cache] = [temporaryFolder(files), temporaryFolder()];
  for (const archive of [keep(folder, cache), keep(folder, cache)]) {
    const { articles, notices } = await archive.settled();
    expect({ articles, notices }).toEqual({
      articles: 2,
      notices: [expect.stringMatching(/^The index cannot be kept \(disk I\/O error\), so it is/)],
    });
    expect(notices[0]).toMatch(oneSentence);
    writeFileSync(join(folder, "a.md"), "# Changed\n");
    await archive.refresh();
    expect(await headlines(archive)).toEqual(["Changed", "B"]);
  }
});

test("where only the writer's lock is refused each writes in turn, and all see the same", async () => {
  refuse(".lock");
  const [folder, cache] = [temporaryFolder(files), temporaryFolder()];
  const archives = [keep(folder, cache), keep(folder, cache)];
  await Promise.all(archives.map((archive) => archive.settled()));
  for (let turn = 0; turn < 5; turn++) {
    writeFileSync(join(folder, `c${turn}.md`), `# C${turn}\n`);
    const seen = await Promise.all(archives.map((archive) => archive.refresh()));
    expect(seen.map(({ articles, notices }) => [articles, notices])).toEqual([
      [3 + turn, []],
      [3 + turn, []],
    ]);
    const [first, second] = await Promise.all(archives.map((archive) => headlines(archive)));
    expect(first).toEqual(second);
  }
});

test("a lock that cannot be had is none, and work is done without it", async () => {
  refuse("lock");
  const file = join(temporaryFolder(), "lock");
  for (const wait of [true, false])
    expect(
      await new WriterLock(file).run(
        async () => "done",
        wait,
        () => false,
      ),
    ).toBe("done");
});
