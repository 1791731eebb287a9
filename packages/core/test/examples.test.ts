import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entries, exportedNames } from "./exported-names.ts";
import { linkPackages } from "./link-packages.ts";

// The examples of the docstrings are programs: each is run as it stands by Node, with the built package.
// `expression; // => value` in one says what the expression is.

const core = join(import.meta.dirname, "..");
const modules = join(core, "../../node_modules");
const names = entries.flatMap(exportedNames);
const values = names.filter(({ kind }) => kind !== "type");
const examples = values.filter(({ doc }) => doc.includes("@example"));

/** What the examples read: they name the folder `articles`. */
const articles: { readonly [file: string]: string } = {
  "broadsheet.json": '{"name": "The River Gazette"}',
  "bridge.md":
    "---\ntitle: A bridge opens\ndate: 2024-03-01\ncategory: NATIONAL\n---\nBuses crossed at noon.\n",
  "ferry.md": "---\ntitle: The ferry stops\n---\nThe last boat left **empty** on Monday.\n",
};

const check = /^(\s*)(.+); \/\/ => (.+)$/gm;

/** An example as a module that tells what it found instead of saying it. */
function asModule(example: string): string {
  return `const checks: (readonly [unknown, unknown])[] = [];
export { checks };
${example.replaceAll(check, "$1checks.push([$2, $3]);")}`;
}

function exampleOf(doc: string): string {
  return doc.match(/@example\n```ts\n(.*?)```/s)?.[1] ?? "";
}

/** Runs each of the named modules, and prints what was found in those that could be run, or why not. */
const runner = `
  const outcomes = {};
  for (const name of process.argv.slice(2)) {
    try {
      outcomes[name] = (await import("./" + name + ".ts")).checks;
    } catch (error) {
      outcomes[name] = String(error);
    }
  }
  console.log(JSON.stringify(outcomes, (key, value) => (value === undefined ? "(undefined)" : value)));
`;

let folder = "";
/** What each example found beside what it says, or why it could not be run. */
let outcomes: { readonly [name: string]: string | readonly (readonly [unknown, unknown])[] } = {};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-examples-"));
  linkPackages(folder);
  mkdirSync(join(folder, "articles"));
  for (const [file, text] of Object.entries(articles))
    writeFileSync(join(folder, "articles", file), text);
  for (const { name, doc } of examples)
    writeFileSync(join(folder, `${name}.ts`), asModule(exampleOf(doc)));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "run.js"), runner);
  const options = ["run.js", ...examples.map(({ name }) => name)];
  const { stdout, stderr } = spawnSync(process.execPath, options, {
    cwd: folder,
    encoding: "utf8",
  });
  if (stderr !== "") throw new Error(stderr);
  outcomes = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as typeof outcomes;
}, 60_000);

afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true });
});

describe("every exported name", () => {
  it.for(names)("$name has a docstring", ({ doc }) => {
    expect(doc).toMatch(/^[A-Z`][^]{10,}/);
  });

  it.for(values)("$name has an example, or stands in one", ({ name, kind, doc }) => {
    const used = new RegExp(`\\b${name}\\b`);
    const own =
      kind === "function" ? [exampleOf(doc)] : examples.map((each) => exampleOf(each.doc));
    expect(own.filter((example) => used.test(example))).not.toEqual([]);
  });
});

describe("the example of", () => {
  it.for(examples)("$name gives what it says", ({ name, doc }) => {
    const outcome = outcomes[name] ?? "it was not run";
    const checks = typeof outcome === "string" ? [] : outcome;
    expect(typeof outcome === "string" && outcome).toBe(false);
    expect(checks.map(([found]) => found)).toEqual(checks.map(([, expected]) => expected));
    // All of them were reached, and there is one.
    expect(checks.length).toBe([...exampleOf(doc).matchAll(check)].length);
    expect(checks.length).toBeGreaterThan(0);
  });
});

it("the examples compile", { timeout: 60_000 }, () => {
  const { compilerOptions } = JSON.parse(
    readFileSync(join(core, "../../tsconfig.base.json"), "utf8"),
  ) as { compilerOptions: object };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["*.ts"] }),
  );
  const compiler = join(modules, "typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  expect(stdout).toBe("");
});
