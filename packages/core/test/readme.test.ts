import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { readArticles } from "../src/archive/read-articles.ts";
import { problemCodes } from "../src/problem.ts";
import { maxPageSize } from "../src/query/page-size.ts";
import { maxQueryDepth } from "../src/query/arrange-tokens.ts";
import { maxQueryLength, maxQueryTerms } from "../src/query/parse-text.ts";
import { searchFields } from "../src/query/search-fields.ts";
import { maxFacetValues } from "../src/archive/limits.ts";
import { readSettings } from "../src/source/read-settings.ts";
import { settingForms } from "../src/source/setting-forms.ts";
import { entries, exportedNames, nameTopics } from "./exported-names.ts";
import { linkPackages } from "./link-packages.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = join(import.meta.dirname, "../../..");
const core = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

test("the README has every name that the package exports, once, and no other", () => {
  const section = readme.match(/<!-- names -->(.*?)<!-- names end -->/s)?.[1] ?? "";
  const topics = nameTopics();
  const exported = entries.flatMap(exportedNames).map(({ name }) => name);
  const listed = topics.flatMap((topic) =>
    [...topic.matchAll(/`([A-Za-z]+)`/g)].map(([, name]) => name),
  );
  expect(exported.length).toBeGreaterThan(50);
  expect(listed.toSorted()).toEqual(exported.toSorted());
  expect(section.trim().split("\n")).toEqual(topics);
});

test("the README has every code of a problem, and no other", () => {
  const listed = readme.match(/<!-- problems -->(.*?)<!-- end -->/s)?.[1] ?? "";
  const codes = [...listed.matchAll(/^\| `([a-z0-9-]+)`/gm)].map(([, code]) => code);
  expect(codes.toSorted()).toEqual([...problemCodes].toSorted());
});

test("the README has every setting, what it says and an example that can be used", () => {
  const table = readme.match(/<!-- settings -->(.*?)<!-- settings end -->/s)?.[1] ?? "";
  const rows = [...table.matchAll(/^\| `(\w+)` +\| (.*?) +\|$/gm)];
  expect(rows.map(([, name, says]) => [name, says])).toEqual(
    Object.entries(settingForms).map(([name, { schema }]) => [name, schema.description]),
  );
  const example = readme.match(/## Settings.*?```json\n(.*?)```/s)?.[1] ?? "";
  const { settings, problems } = readSettings(temporaryFolder({ "broadsheet.json": example }));
  expect(problems).toEqual([]);
  expect(settings.ignore).toHaveLength(2);
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

test("the README explains every field of the query language, with every value of the short lists", () => {
  const chapter = readme.match(/^## Searching\n(.*?)^## /ms)?.[1] ?? "";
  for (const { name, values = [] } of searchFields) {
    expect(chapter).toMatch(new RegExp(`[\`(|-]${name}:`));
    if (values.length > 10) continue;
    const missing = values.filter((value) => !new RegExp(`\\b${value}\\b`).test(chapter));
    expect(missing, name).toEqual([]);
  }
});

test("the limits in the README are the ones in the code", () => {
  const limits = readme.match(/## Limits\n(.*?)\n## /s)?.[1]?.replaceAll(/\s+/g, " ");
  expect(limits).toContain(
    `at most ${maxPageSize} hits, a query ${maxQueryLength.toLocaleString("en")} characters and ${maxQueryTerms} terms in brackets ${maxQueryDepth} deep`,
  );
  expect(limits).toContain(`its ${maxFacetValues} most frequent values`);
});

describe("the README's example of", () => {
  const programs = [...readme.matchAll(/<!-- example -->\s*```ts\n(.*?)```/gs)];
  const [worker, site, newsroom, archive, ...others] = programs.map(([, program]) => program ?? "");

  it("a worker answers with the article that it is sent", () => {
    const { stdout } = run(
      worker,
      `const request = new Request("https://example.com", { method: "POST", body: "# A bridge\\n\\nIt opened.\\n" });
       console.log(JSON.stringify(await (await program.default.fetch(request)).json()));`,
    );
    expect(JSON.parse(stdout)).toEqual({ headline: "A bridge", text: "It opened.", problems: [] });
  });

  it("a generator of sites writes every article but the drafts", () => {
    const { folder } = run(site);
    const drafts = [...readArticles(sample)].filter(({ article }) => article.draft);
    const pages = readdirSync(join(folder, "site"));
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.length + drafts.length).toBe(readArticles(sample).paths.length);
    const page: unknown = JSON.parse(readFileSync(join(folder, "site", pages[0] ?? ""), "utf8"));
    expect(page).toMatchObject({
      headline: expect.any(String),
      body: { text: expect.any(String) },
    });
  });

  it("a newsroom's check finds the articles without a date", () => {
    const lines = run(newsroom).stdout.trim().split("\n");
    const undated = [...readArticles(sample)].filter(({ article }) => !article.datePublished);
    expect(undated.length).toBeGreaterThan(0);
    expect(lines.map((line) => line.split(" ")[0])).toEqual(
      undated.map(({ article }) => article.path),
    );
    expect(lines.join("\n")).toMatch(/ line \d+: /);
  });

  it("an archive finds what is looked for", () => {
    const { stdout } = run(archive);
    expect(stdout).toMatch(/ferry families/i);
    expect(stdout).toMatch(/^[1-9]\d* [1-9]\d* \[/m);
  });

  it("the package's own README reads every article", () => {
    const own = readFileSync(join(core, "README.md"), "utf8").match(/```ts\n(.*?)```/s)?.[1];
    const lines = run(own).stdout.trim().split("\n");
    expect(lines.length).toBe(readArticles(sample).paths.length);
    expect(lines.join("\n")).toMatch(/ 2024-\S+ 0$/m);
  });

  it("anything else is tested here too", () => {
    expect(others).toEqual([]);
  });
});

const sample = join(root, "packages/sample/articles");

/** Runs an example where the sample's articles are in the folder that it names, and then `after`. */
function run(example = "", after = ""): { readonly folder: string; readonly stdout: string } {
  const main = `const program = await import("./example.ts");\n${after}`;
  const folder = temporaryFolder({ "example.ts": example, "main.js": main });
  linkPackages(folder);
  symlinkSync(sample, join(folder, "articles"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const { status, stdout, stderr } = spawnSync(process.execPath, ["main.js"], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: temporaryFolder() },
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return { folder, stdout };
}
