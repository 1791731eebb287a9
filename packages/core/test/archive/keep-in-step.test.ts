import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { put, sample } from "../../src/archive/conformance/sample.ts";
import { prepareFile } from "../../src/archive/read-file.ts";
import { ClosedError, IndexError } from "../../src/errors.ts";
import { everything } from "../../src/query/query.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { Trial } from "./trial.ts";

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

test("an article that is read from an index that is not whole does not make it pass for whole", async () => {
  const trial = new Trial(temporaryFolder({ "a.md": "# Now\n" }), false);
  await trial.index.apply([put(sample("a")), { type: "awaited", files: 3 }]);
  expect((await trial.archive.get("a"))?.article.headline).toBe("Now");
  expect((await trial.index.counts()).awaited).toBe(3);
  expect((await trial.archive.search(everything)).totalRelation).toBe("gte");
});

test("while many files are put that were heard of quietly, the index is said to be compared with them", async () => {
  const root = temporaryFolder();
  const states: string[] = [];
  const trial = new Trial(root, true, async function* (folder, files) {
    yield [];
    states.push((await trial.archive.status()).state);
    yield files.map((file) => prepareFile(folder, file));
  });
  await trial.archive.refresh();
  for (const number of [20, 100]) {
    for (let place = 0; place < number; place++)
      writeFileSync(join(root, `${number}-${place}.md`), "# Another\n");
    heard.in(new Set([""]));
    await trial.archive.settled();
    states.push((await trial.archive.status()).state);
  }
  expect(states).toEqual(["ready", "ready", "checking", "ready"]);
});

test("an index that was whole is answered from while another process brings a large change into it", async () => {
  const trial = new Trial(temporaryFolder({ "a.md": "# A\n" }), false);
  await trial.index.apply([put(sample("a")), { type: "awaited", files: 0 }]);
  await trial.index.apply([put(sample("b")), { type: "awaited", files: 3 }]);
  const release = trial.hold();
  const looking = trial.archive.refresh();
  await trial.until(() => trial.turns > 0);
  const { state, articles } = await trial.archive.status();
  const { total, totalRelation } = await trial.archive.search(everything);
  expect({ state, articles, total, totalRelation }).toEqual({
    state: "checking",
    articles: 2,
    total: 2,
    totalRelation: "eq",
  });
  release();
  expect(await looking).toMatchObject({ state: "ready", articles: 1 });
});

test("a build that is interrupted goes on where it was: what was read is not read again", async () => {
  const names = Array.from({ length: 60 }, (_, place) => [`${place}.md`, "# A\n"]);
  const read: string[] = [];
  let isInterrupted = true;
  const trial = new Trial(
    temporaryFolder(Object.fromEntries(names)),
    false,
    async function* (folder, files) {
      for (const [place, file] of files.entries()) {
        if (isInterrupted && place === 40) throw new Error("The power fails.");
        read.push(file.path);
        yield [prepareFile(folder, file)];
      }
    },
  );
  // The files are old enough to be known by their times.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
  await expect(trial.archive.refresh()).rejects.toThrow("The power fails.");
  expect(await trial.archive.status()).toMatchObject({ state: "building", articles: 40 });
  isInterrupted = false;
  expect(await trial.archive.refresh()).toMatchObject({ state: "ready", articles: 60 });
  expect(new Set(read).size).toBe(60);
  expect(read).toHaveLength(60);
});
