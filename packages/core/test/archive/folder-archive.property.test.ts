import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FolderArchive } from "../../src/archive/folder-archive.ts";
import { SettingsFile } from "../../src/source/settings-file.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { WriterLock } from "../../src/sqlite/writer-lock.ts";
import { everythingSeen } from "../everything-seen.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function openFolder(root: string): FolderArchive {
  const lock = new WriterLock(undefined);
  return new FolderArchive({
    folder: { root, settings: { name: "Test", timeZone: "UTC" } },
    index: new SqliteIndex(openDatabase(":memory:").database),
    settingsFile: new SettingsFile(root),
    watch: false,
    notices: [],
    writerTurn: (work, wait) => lock.run(work, wait, () => false),
    onStatus: () => {},
  });
}

/** What happens to a folder between two looks at it. */
type Event =
  | {
      readonly type: "write";
      readonly path: string;
      readonly code: string;
      readonly day: number;
      readonly word: string;
    }
  | { readonly type: "remove"; readonly path: string }
  | { readonly type: "rename"; readonly path: string; readonly to: string }
  | { readonly type: "look" };

const aPath = fc.constantFrom("a.md", "b.md", "2024/a.md", "2024/ខ.md", "z.txt");

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant("write" as const),
    path: aPath,
    code: fc.constantFrom("", "ONE", "TWO"),
    day: fc.integer({ min: 1, max: 3 }),
    word: fc.constantFrom("bridge", "ferry", "ស្ពាន"),
  }),
  fc.record({ type: fc.constant("remove" as const), path: aPath }),
  fc.record({ type: fc.constant("rename" as const), path: aPath, to: aPath }),
  fc.constant({ type: "look" as const }),
);

function happen(root: string, event: Exclude<Event, { type: "look" }>): void {
  const file = join(root, event.path);
  if (event.type === "write") {
    mkdirSync(dirname(file), { recursive: true });
    const code = event.code === "" ? "" : `code: ${event.code}\n`;
    writeFileSync(
      file,
      `---\n${code}title: About a ${event.word}\ndate: 2024-01-0${event.day}\n---\n\nThe ${event.word}.\n`,
    );
  } else if (event.type === "remove") rmSync(file, { force: true });
  else {
    mkdirSync(dirname(join(root, event.to)), { recursive: true });
    try {
      renameSync(file, join(root, event.to));
    } catch {
      // There was nothing of that name to rename.
    }
  }
}

test("an index that followed a folder's changes is the one that a fresh start makes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anEvent, { maxLength: 14 }), async (events) => {
      const root = temporaryFolder();
      const following = openFolder(root);
      for (const event of events) {
        if (event.type === "look") await following.refresh();
        else happen(root, event);
      }
      await following.refresh();
      const fresh = openFolder(root);
      await fresh.refresh();
      expect(await everythingSeen(following)).toEqual(await everythingSeen(fresh));
      await Promise.all([following.close(), fresh.close()]);
      rmSync(root, { recursive: true });
    }),
    { numRuns: 60 },
  );
});
