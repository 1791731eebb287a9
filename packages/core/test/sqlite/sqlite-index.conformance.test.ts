import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { articleIndexTests } from "../../src/conformance.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";

const folder = mkdtempSync(join(tmpdir(), "broadsheet-conformance-"));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (name: string): SqliteIndex =>
  new SqliteIndex(openDatabase(join(folder, `${name}.sqlite`)).database);

it.for([...articleIndexTests(open)])("$name", async ({ run }) => {
  expect(await run()).toBeUndefined();
});
