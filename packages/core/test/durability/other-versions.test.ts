import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { schemaVersion } from "../../src/sqlite/schema.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { keep } from "./kept.ts";
import { indexIn } from "./run-archive.ts";

const files = { "a.md": "# A\n", "b.md": "# B\n" };

test.for([
  ["an older", "v1.1.1"],
  ["a newer", `v${schemaVersion + 7}.9.9.9`],
] as const)("the index of %s program is never touched, whatever it holds", async ([, version]) => {
  const [folder, cache] = [temporaryFolder(files), temporaryFolder()];
  const first = keep(folder, cache);
  await first.settled();
  const ours = basename(indexIn(cache));
  await first.close();
  const theirs = join(cache, ours.replace(/v[\d.]+(?=\.sqlite)/, version));
  const bytes = Buffer.concat([readFileSync(join(cache, ours)), Buffer.from("of another kind")]);
  writeFileSync(theirs, bytes);
  const archive = keep(folder, cache);
  expect(await archive.settled()).toMatchObject({ articles: 2, notices: [] });
  writeFileSync(join(folder, "c.md"), "# C\n");
  expect(await archive.refresh()).toMatchObject({ articles: 3, notices: [] });
  await archive.close();
  expect(readFileSync(theirs).equals(bytes)).toBe(true);
  expect(readdirSync(cache).filter((name) => name.endsWith(".sqlite"))).toHaveLength(2);
});

test("tables of another version under our name are replaced, and the reader is told", async () => {
  const [folder, cache] = [temporaryFolder(files), temporaryFolder()];
  const first = keep(folder, cache);
  await first.settled();
  await first.close();
  for (const version of [schemaVersion + 1, schemaVersion - 1]) {
    const database = new DatabaseSync(indexIn(cache));
    database.exec(`PRAGMA user_version = ${version}`);
    database.close();
    const archive = keep(folder, cache);
    expect(await archive.settled()).toMatchObject({
      articles: 2,
      notices: ["The index was damaged, so it is being made again; no article is affected."],
    });
    await archive.close();
  }
});
