import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { headlines, keep } from "./kept.ts";
import { canRunWithoutRights, nobody, oneSentence, runArchive } from "./run-archive.ts";

const files = { "a.md": "# A\n", "b.md": "# B\n" };
const notKept = expect.stringMatching(/^The index cannot be kept \(.+\), so it is made anew/);

/** An archive that everybody may read, and a folder beside it with these permissions. */
function closed(mode: number): { readonly folder: string; readonly cache: string } {
  const [folder, cache] = [temporaryFolder(files), temporaryFolder()];
  chmodSync(folder, 0o755);
  chmodSync(cache, mode);
  return { folder, cache };
}

const user = nobody === undefined ? {} : { user: nobody };

test.skipIf(!canRunWithoutRights)(
  "in a cache folder that may not be written the index is in memory, and the reader is told",
  () => {
    const { folder, cache } = closed(0o555);
    const seen = runArchive(folder, cache, user);
    expect(seen).toMatchObject({ state: "ready", headlines: ["A", "B"], notices: [notKept] });
    expect(seen.notices[0]).toMatch(oneSentence);
    expect(readdirSync(cache)).toEqual([]);
  },
);

test.skipIf(!canRunWithoutRights)(
  "an index that may not be written is left as it is, and one in memory is in step",
  () => {
    const { folder, cache } = closed(0o755);
    runArchive(folder, cache);
    const before = readdirSync(cache);
    writeFileSync(join(folder, "a.md"), "# Changed\n");
    for (const name of before) chmodSync(join(cache, name), 0o444);
    chmodSync(cache, 0o555);
    const seen = runArchive(folder, cache, user);
    expect(seen).toMatchObject({ headlines: ["Changed", "B"], notices: [notKept] });
    chmodSync(cache, 0o755);
    for (const name of before) chmodSync(join(cache, name), 0o644);
    expect(runArchive(folder, cache)).toMatchObject({ headlines: ["Changed", "B"], notices: [] });
  },
);

test.skipIf(!canRunWithoutRights)(
  "a cache folder that may not be made, or not be looked into, is as one that may not be written",
  () => {
    const { folder, cache } = closed(0o555);
    const inside = runArchive(folder, join(cache, "deep/er"), user);
    expect(inside).toMatchObject({ headlines: ["A", "B"], notices: [notKept] });
    runArchive(folder, cache);
    for (const mode of [0o000, 0o444]) {
      chmodSync(cache, mode);
      expect(runArchive(folder, cache, user)).toMatchObject({ articles: 2, notices: [notKept] });
    }
  },
);

test("a cache folder that is missing is made, also one that would be in a file's place is not", async () => {
  const [folder, place] = [temporaryFolder(files), temporaryFolder({ file: "" })];
  const made = keep(folder, join(place, "deep/er"));
  expect(await made.settled()).toMatchObject({ articles: 2, notices: [] });
  expect(existsSync(join(place, "deep/er"))).toBe(true);
  const blocked = keep(folder, join(place, "file"));
  expect(await blocked.settled()).toMatchObject({ articles: 2, notices: [notKept] });
});

test("a cache folder that is removed while it is used takes no answer away, and is made again by the next", async () => {
  const [folder, cache] = [temporaryFolder(files), temporaryFolder()];
  const archive = keep(folder, join(cache, "index"));
  await archive.settled();
  rmSync(join(cache, "index"), { recursive: true });
  writeFileSync(join(folder, "c.md"), "# C\n");
  expect(await archive.refresh()).toMatchObject({ state: "ready", articles: 3 });
  expect(await headlines(archive)).toEqual(["A", "B", "C"]);
  const next = keep(folder, join(cache, "index"));
  expect(await next.settled()).toMatchObject({ articles: 3, notices: [] });
  expect(await headlines(archive, "title:c")).toEqual(["C"]);
  mkdirSync(join(folder, "d"));
  writeFileSync(join(folder, "d/d.md"), "# D\n");
  for (const each of [archive, next])
    expect(await each.refresh()).toMatchObject({ state: "ready", articles: 4 });
});
