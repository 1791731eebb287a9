import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { problemCodes } from "../src/problem.ts";
import { maxPageSize } from "../src/query/page-size.ts";
import { maxQueryLength, maxQueryTerms } from "../src/query/parse-text.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = join(import.meta.dirname, "../../..");
const core = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

/** The names that an entry exports, types included, as they stand in its source. */
function exportedNames(entry: string): string[] {
  const source = readFileSync(join(core, "src", entry), "utf8");
  return [...source.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
    names.split(",").flatMap((name) => name.trim().replace(/^type /, "") || []),
  );
}

test.each(["index.ts", "node.ts"])("the README has every name that %s exports", (entry) => {
  const names = exportedNames(entry);
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test("the README has every code of a problem, and no other", () => {
  const listed = readme.match(/<!-- problems -->(.*?)<!-- end -->/s)?.[1] ?? "";
  const codes = [...listed.matchAll(/^\| `([a-z0-9-]+)`/gm)].map(([, code]) => code);
  expect(codes.toSorted()).toEqual([...problemCodes].toSorted());
});

test("the README has every room, in the order of the data", () => {
  const rooms = [...readme.matchAll(/^\| `packages\/core\/src\/([a-z-]+)`/gm)].map(
    ([, room]) => room,
  );
  const folders = readdirSync(join(core, "src"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(rooms.toSorted()).toEqual(folders.map((entry) => entry.name).toSorted());
  expect(readme).toContain(`\`text → ${rooms.slice(1).join(" → ")} → apps\``);
});

test("the limits in the README are the ones in the code", () => {
  const limits = readme.match(/## Limits\n(.*?)\n## /s)?.[1]?.replaceAll(/\s+/g, " ");
  expect(limits).toContain(
    `at most ${maxPageSize} hits, a query ${maxQueryLength.toLocaleString("en")} characters and ${maxQueryTerms} terms`,
  );
});

test("the README's example of the library runs as it stands", () => {
  const example = readme.match(/<!-- example -->\s*```ts\n(.*?)```/s)?.[1] ?? "";
  expect(example.trim().split("\n").length).toBeGreaterThan(8);
  const file = join(core, "readme-example.temporary.ts");
  onTestFinished(() => rmSync(file, { force: true }));
  writeFileSync(file, example);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
    cwd: root,
    env: { ...process.env, XDG_CACHE_HOME: temporaryFolder() },
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/ferry families/i);
  expect(stdout).toMatch(/^[1-9]\d* [1-9]\d* \[/m);
});
