import { appendFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bringInStep } from "../../src/archive/bring-in-step.ts";
import { lookAtEverything } from "../../src/archive/look-at-everything.ts";
import { prepareFile } from "../../src/archive/read-file.ts";
import type { Change } from "../../src/archive/article-index.ts";
import { readSettings } from "../../src/source/read-settings.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const pause = async (): Promise<void> => {};

test("an index that is searched is given fewer articles at once, so that a question waits less", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `${String(index)}.md`);
  const root = temporaryFolder(Object.fromEntries(names.map((name) => [name, `# ${name}\n`])));
  const folder = { root, settings: readSettings(root).settings };
  const index = new SqliteIndex(openDatabase(":memory:").database);
  const parts: number[] = [];
  const apply = index.apply.bind(index);
  index.apply = (changes: readonly Change[]) => {
    parts.push(changes.filter(({ type }) => type === "put").length);
    return apply(changes);
  };
  const bring = async (): Promise<number[]> => {
    parts.length = 0;
    const { differences } = await lookAtEverything(folder, index, undefined, pause);
    await bringInStep(folder, index, differences, {
      report: () => {},
      pause,
      // All that is to be read comes at once.
      prepare: async function* (_, changed) {
        yield changed.map((file) => prepareFile(folder, file));
      },
    });
    return parts.filter((number) => number > 0);
  };

  expect(await bring()).toEqual([200]);
  for (const name of names) {
    appendFileSync(join(root, name), "\nA ferry.\n");
    utimesSync(join(root, name), 1_700_000_000, 1_700_000_000);
  }
  expect(await bring()).toEqual([64, 64, 64, 8]);
  await index.close();
});
