import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openArchive } from "../../src/open-archive.ts";
import { checkCacheFolder } from "../../src/source/check-cache-folder.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const refused = expect.objectContaining({ code: "cache-inside-archive", setting: "cacheDir" });

it("refuses the archive's folder, folders in it, and those that would be made there", () => {
  const folder = temporaryFolder();
  for (const inside of ["", "cache", "a/b/../c", ".cache"])
    expect(() => checkCacheFolder(folder, join(folder, inside))).toThrow(refused);
});

it("takes a folder beside it, above it, or whose name only begins alike", () => {
  const parent = temporaryFolder({ "archive/a.md": "", "archive-cache/x": "" });
  const folder = join(parent, "archive");
  for (const cache of [parent, join(parent, "cache/new"), join(parent, "archive-cache")])
    expect(() => checkCacheFolder(folder, cache)).not.toThrow();
});

it("sees through links", () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(folder, "inside"));
  symlinkSync(join(folder, "inside"), join(other, "cache"));
  symlinkSync(other, join(folder, "outside"));
  expect(() => checkCacheFolder(folder, join(other, "cache/new"))).toThrow(refused);
  expect(() => checkCacheFolder(folder, join(folder, "outside/new"))).not.toThrow();
});

it("is asked before an archive is opened", async () => {
  const folder = temporaryFolder({ "a.md": "# A\n" });
  await expect(openArchive(folder, { cacheDir: join(folder, ".index") })).rejects.toThrow(refused);
  await expect(openArchive(folder, { cacheDir: folder })).rejects.toThrow(
    /nothing is ever written/,
  );
});
