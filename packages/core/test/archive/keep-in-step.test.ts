import { renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { FolderArchive } from "../../src/archive/folder-archive.ts";
import { prepareFiles, type PrepareFiles } from "../../src/archive/prepare-files.ts";
import type { WriterTurn } from "../../src/archive/writer-turn.ts";
import { prepareChanged, prepareFile } from "../../src/archive/read-file.ts";
import { ClosedError, IndexError } from "../../src/errors.ts";
import { everything } from "../../src/query/query.ts";
import { SettingsFile } from "../../src/source/settings-file.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { WriterLock } from "../../src/sqlite/writer-lock.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** What the last archive that was opened would be told by the system. */
const heard = vi.hoisted(() => ({ in: (_folders: ReadonlySet<string>): void => {} }));

vi.mock("../../src/archive/follow-changes.ts", () => ({
  ChangeFollower: class {
    readonly watch = { has: (): boolean => true, add: (): void => {}, keepOnly: (): void => {} };
    notice: string | undefined;
    constructor(_root: string, whenHeard: (folders: ReadonlySet<string>) => void) {
      heard.in = whenHeard;
    }
    close(): void {}
  },
}));

/** An archive whose turns to write can be held back, and that remembers who waits for its status. */
class Trial {
  readonly archive: FolderArchive;
  readonly index = new SqliteIndex(openDatabase(":memory:").database);
  turns = 0;
  #gate = Promise.resolve();
  #listeners = new Set<() => void>();

  constructor(root: string, watch = true, prepare: PrepareFiles = prepareFiles) {
    const settingsFile = new SettingsFile(root);
    const lock = new WriterLock(undefined);
    const writerTurn: WriterTurn = async (work, wait, isOver) => {
      this.turns++;
      this.#tell();
      await this.#gate;
      return lock.run(work, wait, isOver);
    };
    this.archive = new FolderArchive({
      folder: { root, settings: settingsFile.settings },
      index: this.index,
      settingsFile,
      watch,
      notices: [],
      prepare,
      writerTurn,
      onStatus: () => this.#tell(),
    });
    onTestFinished(() => this.archive.close());
  }

  /** Holds every turn to write back until the function that this gives is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  /** Resolves when this is so; it is looked at when something is written or said. */
  async until(isSo: () => Promise<boolean> | boolean): Promise<void> {
    for (;;) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#listeners.add(resolve);
      if (await isSo()) return;
      await promise;
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  async paths(): Promise<string> {
    const { hits } = await this.archive.search(everything);
    return hits
      .map(({ article }) => article.path)
      .toSorted()
      .join();
  }
}

test("what is heard while all files are looked at is looked at afterwards, at once and not one by one", async () => {
  const root = temporaryFolder({ "a.md": "# A\n", "n/b.md": "# B\n" });
  const trial = new Trial(root);
  await trial.archive.refresh();
  const release = trial.hold();
  const { turns } = trial;
  const looking = trial.archive.refresh();
  await trial.until(() => trial.turns === turns + 1);
  release();
  for (const name of ["c", "d", "n/e", "n/f"]) {
    writeFileSync(join(root, `${name}.md`), `# ${name}\n`);
    heard.in(new Set([name.startsWith("n/") ? "n" : ""]));
  }
  await looking;
  await trial.archive.settled();
  expect(await trial.paths()).toBe("a.md,c.md,d.md,n/b.md,n/e.md,n/f.md");
  expect(trial.turns).toBe(turns + 2);
});

test("an article is shown while a look at some folders waits for its turn", async () => {
  const root = temporaryFolder({ "a.md": "# A\n" });
  const trial = new Trial(root);
  await trial.archive.refresh();
  const release = trial.hold();
  const { turns } = trial;
  writeFileSync(join(root, "a.md"), "# Another\n");
  heard.in(new Set([""]));
  await trial.until(() => trial.turns > turns);
  expect((await trial.archive.get("a"))?.article.headline).toBe("Another");
  release();
  await trial.archive.settled();
  const { hits } = await trial.archive.search(everything);
  expect(hits[0]?.article.headline).toBe("Another");
});

test("closing ends what is under way and what waits behind it, and nothing is heard afterwards", async () => {
  const root = temporaryFolder({ "a.md": "# A\n" });
  const trial = new Trial(root);
  await trial.archive.refresh();
  const release = trial.hold();
  const { turns } = trial;
  const first = trial.archive.refresh();
  const second = trial.archive.refresh();
  await trial.until(() => trial.turns > turns);
  heard.in(new Set([""]));
  const ends = Promise.allSettled([first, second, trial.archive.close()]);
  release();
  expect(await ends).toEqual([
    { status: "rejected", reason: expect.any(ClosedError) },
    { status: "rejected", reason: expect.any(ClosedError) },
    { status: "fulfilled", value: undefined },
  ]);
  heard.in(new Set([""]));
  expect(trial.turns).toBe(turns + 1);
});

test("many small changes do not put off the look at everything that makes up for what was missed", async () => {
  const root = temporaryFolder({ "a.md": "# A\n" });
  const trial = new Trial(root);
  await trial.archive.refresh();
  const now = vi.spyOn(performance, "now");
  onTestFinished(() => now.mockRestore());
  const start = performance.now();
  now.mockImplementation(() => start + 59_000);
  writeFileSync(join(root, "b.md"), "# B\n");
  heard.in(new Set([""]));
  await trial.archive.settled();
  expect(await trial.paths()).toBe("a.md,b.md");
  const { turns } = trial;
  now.mockImplementation(() => start + 70_000);
  await trial.paths();
  await trial.archive.settled();
  expect(trial.turns).toBe(turns + 1);
});

test("so many folders at once that all of them are looked at are one look too", async () => {
  const root = temporaryFolder({ "a.md": "# A\n" });
  const trial = new Trial(root);
  await trial.archive.refresh();
  const { turns } = trial;
  writeFileSync(join(root, "b.md"), "# B\n");
  heard.in(new Set(Array.from({ length: 1_001 }, (_, number) => `n/${number}`)));
  await trial.archive.settled();
  expect(await trial.paths()).toBe("a.md,b.md");
  expect(trial.turns).toBe(turns + 1);
});

test("a look that fails is made up for by the next, and its notice goes", async () => {
  const root = temporaryFolder({ "a.md": "# A\n" });
  const trial = new Trial(root, false);
  await trial.archive.refresh();
  renameSync(root, `${root}-away`);
  onTestFinished(() => rmSync(`${root}-away`, { recursive: true, force: true }));
  await expect(trial.archive.refresh()).rejects.toThrow("cannot be read");
  expect((await trial.archive.status()).notices).toHaveLength(1);
  renameSync(`${root}-away`, root);
  writeFileSync(join(root, "b.md"), "# B\n");
  await trial.archive.refresh();
  expect(await trial.archive.status()).toMatchObject({ articles: 2, notices: [] });
});

test("while files are read it is told how many seconds are left", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const names = Array.from({ length: 100 }, (_, index) => [`${String(index)}.md`, "# A\n"]);
  const told: (number | undefined)[] = [];
  const trial = new Trial(
    temporaryFolder(Object.fromEntries(names)),
    false,
    async function* (folder, files) {
      for (const file of files) {
        told.push((await trial.archive.status()).secondsLeft);
        vi.advanceTimersByTime(1_000);
        yield [prepareFile(folder, file)];
      }
    },
  );
  await trial.archive.refresh();
  expect(told.slice(0, 3)).toEqual([undefined, undefined, 100]);
  expect(told.at(-1)).toBe(1);
  expect((await trial.archive.status()).secondsLeft).toBeUndefined();
});

test("a file whose times alone have changed makes no new generation, and is not read again", async () => {
  const root = temporaryFolder({ "a.md": "# A\n", "b.md": "# B\n" });
  const trial = new Trial(root, false);
  const { generation } = await trial.archive.refresh();
  for (const [name, text] of [
    ["a.md", "# A\n"],
    ["c.md", "# B\n"],
  ] as const)
    writeFileSync(join(root, name), text);
  renameSync(join(root, "c.md"), join(root, "b.md"));
  utimesSync(join(root, "a.md"), new Date(0), new Date(0));
  expect((await trial.archive.refresh()).generation).toBe(generation);
  expect(await trial.archive.changes(generation)).toMatchObject({ changes: [], isLast: true });
  const { hits } = await trial.archive.search(everything);
  expect(hits.map((hit) => hit.fileModifiedMs)).toContain(0);
  writeFileSync(join(root, "a.md"), "# O\n");
  expect((await trial.archive.refresh()).generation).not.toBe(generation);
});

test("a file that says the same under another name, or another under the same, is no mere restamp", async () => {
  const root = temporaryFolder({ "a.md": "# A\n", "b.md": "# B\n" });
  const trial = new Trial(root, false);
  await trial.archive.refresh();
  renameSync(join(root, "a.md"), join(root, "c.md"));
  renameSync(join(root, "b.md"), join(root, "a.md"));
  renameSync(join(root, "c.md"), join(root, "b.md"));
  await trial.archive.refresh();
  const headlines = ["a", "b"].map(async (id) => (await trial.archive.get(id))?.article.headline);
  expect(await Promise.all(headlines)).toEqual(["B", "A"]);
});

test("a folder of many articles that is moved is never missed in part, nor there twice", async () => {
  const names = Array.from({ length: 600 }, (_, number) => `n${String(number)}`);
  const files = names.map((name) => [`here/${name}.md`, `---\ncode: ${name}\n---\n# A pier\n`]);
  const root = temporaryFolder(Object.fromEntries(files));
  const totals = new Set<number>();
  const trial: Trial = new Trial(root, false, async function* (folder, changed) {
    for (let from = 0; from < changed.length; from += 100) {
      totals.add((await trial.archive.search(everything, { limit: 1 })).total);
      yield changed.slice(from, from + 100).map((file) => prepareFile(folder, file));
    }
  });
  await trial.archive.refresh();
  totals.clear();
  renameSync(join(root, "here"), join(root, "there"));
  await trial.archive.refresh();
  expect([...totals]).toEqual([600]);
  expect((await trial.archive.get("n7"))?.article.path).toBe("there/n7.md");
  expect((await trial.archive.problems({ code: "id-duplicate" })).total).toBe(0);
});

test("articles that are gone leave before others are read that have only changed", async () => {
  const names = Array.from({ length: 40 }, (_, number) => `n${String(number)}`);
  const files = names.map((name) => [`${name}.md`, "# A pier\n"]);
  const root = temporaryFolder(Object.fromEntries(files));
  const totals: number[] = [];
  const trial: Trial = new Trial(root, false, async function* (folder, changed) {
    totals.push((await trial.archive.search(everything, { limit: 1 })).total);
    yield changed.map((file) => prepareFile(folder, file));
  });
  await trial.archive.refresh();
  for (const [number, name] of names.entries()) {
    if (number < 10) rmSync(join(root, `${name}.md`));
    else writeFileSync(join(root, `${name}.md`), "# A longer pier\n");
  }
  writeFileSync(join(root, "new.md"), "# A new pier\n");
  await trial.archive.refresh();
  expect(totals).toEqual([0, 31]);
  expect((await trial.archive.status()).articles).toBe(31);
});

test("a file that changes while it is only called otherwise is no mere restamp at the next look", async () => {
  const root = temporaryFolder({ "a.md": "---\ncode: n1\n---\n", "b.md": "---\ncode: n1\n---\n" });
  // Long after the files were written, so that none is read once more for having been so just now.
  const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
  onTestFinished(() => now.mockRestore());
  let isFirst = true;
  const trial = new Trial(root, false, async function* (folder, changed) {
    if (!isFirst) writeFileSync(join(root, "b.md"), "---\ncode: n3\n---\n");
    isFirst = false;
    for (const file of changed) yield [prepareChanged(folder, file)];
  });
  await trial.archive.refresh();
  writeFileSync(join(root, "a.md"), "---\ncode: n2\n---\n");
  await trial.archive.refresh();
  await trial.archive.refresh();
  expect((await trial.archive.get("n3"))?.article.path).toBe("b.md");
});

test("a look that fails before it has begun is told of, and made up for when questions come", async () => {
  const trial = new Trial(temporaryFolder({ "a.md": "# A\n" }), false);
  vi.spyOn(trial.index, "counts").mockRejectedValueOnce(new IndexError("index-failed", "Busy."));
  await expect(trial.archive.refresh()).rejects.toThrow("Busy.");
  expect((await trial.archive.status()).notices).toEqual([expect.stringContaining("(Busy)")]);
  const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 10_000);
  onTestFinished(() => now.mockRestore());
  await trial.paths();
  await trial.archive.settled();
  expect(await trial.archive.status()).toMatchObject({ articles: 1, state: "ready", notices: [] });
});
