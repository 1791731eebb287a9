import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import type { ArticleIndex } from "../../src/archive/article-index.ts";
import { bringInStep } from "../../src/archive/bring-in-step.ts";
import { entriesBelow, entriesIn } from "../../src/archive/known-files.ts";
import { lookAtEverything } from "../../src/archive/look-at-everything.ts";
import { lookAtFolders } from "../../src/archive/look-at-folders.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const settings = { name: "Test", timeZone: "UTC" };
const progress = { report: () => {}, pause: async () => {} };

/** What a system says of changes: the folders in which something came or went, or changed. */
class Announcements {
  readonly watched = new Set<string>();
  readonly heard = new Set<string>();
  has = (folder: string): boolean => this.watched.has(folder);
  add = (folder: string): void => void this.watched.add(folder);

  changed(path: string): void {
    const folder = path.includes("/") ? dirname(path) : "";
    if (this.watched.has(folder)) this.heard.add(folder);
  }

  /** A folder that is moved or removed says so itself, and is no longer watched under its old name. */
  moved(folder: string): void {
    this.changed(folder);
    this.heard.add(folder);
    for (const each of this.watched) {
      if (each === folder || each.startsWith(`${folder}/`)) this.watched.delete(each);
    }
  }
}

type Event = {
  readonly type: "write" | "remove" | "move";
  readonly path: string;
  readonly to: string;
};

const aName = fc.constantFrom("a", "b", "ខ");
const aPath = fc.array(aName, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ type: fc.constant("write" as const), path: aPath.map((path) => `${path}.md`), to: aPath }),
  fc.record({ type: fc.constant("remove" as const), path: fc.oneof(aPath, aPath.map((path) => `${path}.md`)), to: aPath }),
  fc.record({ type: fc.constant("move" as const), path: aPath, to: aPath }),
); // prettier-ignore

let written = 0;

function makeFolder(root: string, path: string, said: Announcements): void {
  const folder = dirname(path);
  if (folder === "." || existsSync(join(root, folder))) return;
  makeFolder(root, folder, said);
  mkdirSync(join(root, folder));
  said.changed(folder);
}

function happen(root: string, { type, path, to }: Event, said: Announcements): void {
  const full = join(root, path);
  if (type === "write") {
    makeFolder(root, path, said);
    // Longer than all before, so that it is another file whatever the clock says.
    writeFileSync(full, `About ${path}, which came ${to}.${" ".repeat(++written)}\n`);
    said.changed(path);
  } else if (!existsSync(full)) return;
  else if (type === "remove") {
    rmSync(full, { recursive: true });
    said.changed(path);
    said.moved(path);
  } else if (!existsSync(join(root, to)) && !`${to}/`.startsWith(`${path}/`)) {
    makeFolder(root, to, said);
    renameSync(full, join(root, to));
    said.changed(to);
    said.moved(path);
  }
}

async function pathsAndSizes(index: ArticleIndex): Promise<unknown[]> {
  const files = (await Array.fromAsync(entriesBelow(index, "", progress.pause))).flat();
  const entries = await Promise.all(files.map(({ path }) => index.find({ path })));
  return files.map(({ path, stamp }, at) => [path, stamp.size, stamp.inode, entries[at]?.id]);
}

function emptyIndex(): ArticleIndex {
  return new SqliteIndex(openDatabase(":memory:").database);
}

async function catchUp(root: string, index: ArticleIndex): Promise<void> {
  const folder = { root, settings };
  const { differences } = await lookAtEverything(folder, index, undefined, progress.pause);
  await bringInStep(folder, index, differences, progress);
}

test("looking where something changed finds what looking everywhere finds", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anEvent, { maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      async (steps) => {
        const root = temporaryFolder();
        const [following, fresh] = [emptyIndex(), emptyIndex()];
        const said = new Announcements();
        said.heard.add("");
        for (const events of steps) {
          for (const event of events) happen(root, event, said);
          const heard = [...said.heard];
          said.heard.clear();
          const found = await lookAtFolders(
            { root, settings },
            following,
            said,
            heard,
            progress.pause,
          );
          await bringInStep({ root, settings }, following, found!, progress);
        }
        await catchUp(root, fresh);
        expect(await pathsAndSizes(following)).toEqual(await pathsAndSizes(fresh));
        rmSync(root, { recursive: true });
      },
    ),
    { numRuns: 150 },
  );
});

test("looking everywhere again finds what looking everywhere for the first time finds", async () => {
  // Long after the files were written, so that folders are known by what was said of them.
  const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
  onTestFinished(() => now.mockRestore());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(anEvent, { maxLength: 4 }), fc.boolean()), {
        minLength: 1,
        maxLength: 6,
      }),
      async (steps) => {
        const root = temporaryFolder();
        const [index, fresh] = [emptyIndex(), emptyIndex()];
        const said = new Announcements();
        said.heard.add("");
        for (const [events, isHeard] of steps) {
          for (const event of events) happen(root, event, said);
          const heard = [...said.heard];
          said.heard.clear();
          if (isHeard) {
            const found = await lookAtFolders(
              { root, settings },
              index,
              said,
              heard,
              progress.pause,
            );
            await bringInStep({ root, settings }, index, found!, progress);
          } else await catchUp(root, index);
        }
        await catchUp(root, index);
        await catchUp(root, fresh);
        expect(await pathsAndSizes(index)).toEqual(await pathsAndSizes(fresh));
        rmSync(root, { recursive: true });
      },
    ),
    { numRuns: 150 },
  );
});

test("what is missing in a folder is gone, even if it did not say so itself", async () => {
  const root = temporaryFolder({ "a.md": "a", "b/c.md": "c", "b/d/e.md": "e" });
  const [index, said] = [emptyIndex(), new Announcements()];
  await catchUp(root, index);
  said.add("");
  rmSync(join(root, "b"), { recursive: true });
  const found = await lookAtFolders({ root, settings }, index, said, [""], progress.pause);
  expect(found?.gone.map(({ path }) => path)).toEqual(["b/c.md", "b/d/e.md"]);
});

test("links and folders with problems need a look at everything", async () => {
  const root = temporaryFolder({ "a/b.md": "b" });
  symlinkSync("a", join(root, "again"));
  const said = new Announcements();
  expect(
    await lookAtFolders({ root, settings }, emptyIndex(), said, [""], progress.pause),
  ).toBeUndefined();
});

test("what is known in a folder is told apart from what is known below it", async () => {
  const files = ["a.md", "b/c.md", "b/d/e.md", "b-2/f.md", "b.md", "b0/g.md", "z.md"];
  const many = Array.from({ length: 70 }, (_, index) => `b/many-${index}.md`);
  const root = temporaryFolder(Object.fromEntries([...files, ...many].map((path) => [path, path])));
  const index = emptyIndex();
  await catchUp(root, index);
  const known = async (folder: string): Promise<string[]> => {
    const entries = await Array.fromAsync(entriesIn(index, folder, progress.pause));
    return entries.map((each) => (typeof each === "string" ? `${each}/` : each.path));
  };
  expect(await known("")).toEqual(["a.md", "b-2/", "b.md", "b/", "b0/", "z.md"]);
  expect(await known("b")).toEqual(["b/c.md", "b/d/", ...many.toSorted()]);
  expect(await known("b/d")).toEqual(["b/d/e.md"]);
  expect(await known("nothing")).toEqual([]);
});
