import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { randomNumbers } from "../../src/archive/conformance/random-numbers.ts";
import { FolderArchive } from "../../src/archive/folder-archive.ts";
import type { PrepareFiles } from "../../src/archive/prepare-files.ts";
import { prepareFile } from "../../src/archive/read-file.ts";
import { SettingsFile } from "../../src/source/settings-file.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { WriterLock } from "../../src/sqlite/writer-lock.ts";
import { everythingSeen } from "../everything-seen.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** Time zones of the machine; summer time begins and ends in them on different days, or never. */
const zones = ["UTC", "Asia/Phnom_Penh", "America/St_Johns"] as const;
const ownZone = process.env["TZ"];
afterAll(() => setZone(ownZone));

function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
}

/** Reads files in any order, some at a time. */
function inAnyOrder(seed: number): PrepareFiles {
  const random = randomNumbers(seed);
  return async function* (folder, files) {
    const shuffled = files
      .map((file) => ({ file, place: random() }))
      .toSorted((a, b) => a.place - b.place);
    while (shuffled.length > 0) {
      const some = shuffled.splice(0, 1 + Math.floor(random() * 5));
      yield some.map(({ file }) => prepareFile(folder, file));
    }
  };
}

type Opened = { readonly archive: FolderArchive; readonly index: SqliteIndex };

function openFolder(root: string, prepare: PrepareFiles): Opened {
  const index = new SqliteIndex(openDatabase(":memory:").database);
  const lock = new WriterLock(undefined);
  const archive = new FolderArchive({
    folder: { root, settings: { name: "Test", timeZone: "Asia/Tokyo" } },
    index,
    settingsFile: new SettingsFile(root),
    watch: false,
    notices: [],
    prepare,
    writerTurn: (work, wait) => lock.run(work, wait, () => false),
    onStatus: () => {},
  });
  return { archive, index };
}

/** What happens to a folder between two looks at it. */
type Event =
  | { readonly type: "write"; readonly path: string; readonly text: string }
  | { readonly type: "remove"; readonly path: string }
  | { readonly type: "rename"; readonly path: string; readonly to: string }
  | { readonly type: "look"; readonly zone: string };

const aPath = fc.constantFrom("a.md", "b.md", "c.md", "2024/a.md", "2024/ខ.md", "z.txt", "é.md");

/** Dates with and without a zone, a time or a day, and words of which some begin alike. */
const aText = fc
  .record({
    code: fc.constantFrom("", "code: ONE\n", "code: TWO\n"),
    date: fc.constantFrom(
      "", "date: 2024\n", "date: 2024-03\n", "date: 2024-03-10\n", "date: 2024-03-10 23:30\n",
      "date: 2024-03-10T23:30-05:00\n", "date: 2024-03-31T01:30Z\n",
    ), // prettier-ignore
    fields: fc.subarray([
      "tags: [Rain, rain]\n",
      "author: Sok Dara\n",
      "section: National\n",
      "draft: true\n",
    ]),
    word: fc.constantFrom("bridge", "bridges", "ferry", "ferries", "ស្ពាន", "market", "rain"),
    times: fc.integer({ min: 1, max: 3 }),
  })
  .map(
    ({ code, date, fields, word, times }) =>
      `---\n${code}${date}${fields.join("")}title: About a ${word}\n---\n\n${`The ${word} of the town. `.repeat(times)}\n`,
  );

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant("write" as const), path: aPath, text: aText }),
  },
  fc.record({ type: fc.constant("remove" as const), path: aPath }),
  fc.record({ type: fc.constant("rename" as const), path: aPath, to: aPath }),
  fc.record({ type: fc.constant("look" as const), zone: fc.constantFrom(...zones) }),
);

function happen(root: string, event: Exclude<Event, { type: "look" }>): void {
  const file = join(root, event.path);
  if (event.type === "write") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, event.text);
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

const minutes = 60_000;

test(
  "the same files give the same archive, in whatever order, steps and time zone they were read",
  { timeout: 4 * minutes },
  async () => {
    const someEvents = fc.array(anEvent, { maxLength: 24, size: "max" });
    await fc.assert(
      fc.asyncProperty(someEvents, fc.nat(), async (events, seed) => {
        const root = temporaryFolder();
        const following = openFolder(root, inAnyOrder(seed));
        for (const event of events) {
          if (event.type === "look") {
            setZone(event.zone);
            await following.archive.refresh();
          } else happen(root, event);
        }
        const followed = await everythingSeen(following.archive, following.index);
        for (const [number, zone] of zones.entries()) {
          setZone(zone);
          const fresh = openFolder(root, inAnyOrder(seed + number));
          expect(await everythingSeen(fresh.archive, fresh.index)).toEqual(followed);
          await fresh.archive.close();
        }
        await following.archive.close();
        rmSync(root, { recursive: true });
      }),
      { numRuns: 30 },
    );
  },
);
