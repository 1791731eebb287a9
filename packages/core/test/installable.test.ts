import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = join(import.meta.dirname, "../../..");
const packages = ["@broadsheet/core", "@broadsheet/api", "@broadsheet/tui"];
const minutes = 60_000;

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-installed-"));
  const workspaces = packages.map((name) => `--workspace=${name}`);
  run(project, "npm", "pack", "--silent", ...workspaces, `--pack-destination=${folder}`);
  const tarballs = readdirSync(folder).map((name) => join(folder, name));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  run(folder, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund", ...tarballs);
}, 3 * minutes);

afterAll(() => {
  if (folder === "") return;
  for (const each of [folder, `${folder}-index`]) rmSync(each, { recursive: true, force: true });
});

describe("the packed packages, installed into an empty folder", () => {
  it.for(["broadsheet", "broadsheet-api"])("put %s on the path", (program) => {
    expect(run(folder, program, "--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run(folder, program, "--help")).toContain(program);
  });

  it("open the current folder when none is named", () => {
    writeFileSync(join(folder, "bridge.md"), "# A bridge opens\n\nIt opened on Monday.\n");
    const printed = run(folder, "broadsheet", "list", "--json", "--cache", `${folder}-index`);
    expect(JSON.parse(printed)).toMatchObject({ data: [{ headline: "A bridge opens" }] });
  });

  it.for([
    ["@broadsheet/core", "parseQuery"],
    ["@broadsheet/core/view", "parseQuery"],
    ["@broadsheet/core/open", "openArchive"],
    ["@broadsheet/core/node", "openArchive"],
    ["@broadsheet/core/conformance", "articleIndexTests"],
  ])("let a program import %s", ([entry, name]) => {
    writeFileSync(
      join(folder, "program.js"),
      `import * as broadsheet from "${entry}";
       process.stdout.write(Object.keys(broadsheet).join(" "));`,
    );
    const exported = run(folder, "node", "program.js").split(" ");
    expect(exported).toContain(name);
  });

  it("bring their licences", () => {
    const files = packages.map((name) => readdirSync(join(folder, "node_modules", name)));
    for (const names of files) expect(names).toContain("LICENSE");
  });
});

/** Standard output of a program; it is found among those installed in the folder, and Node is this one. */
function run(cwd: string, program: string, ...options: readonly string[]): string {
  const places = [join(cwd, "node_modules/.bin"), dirname(process.execPath), process.env["PATH"]];
  return execFileSync(program, options, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: places.join(delimiter) },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
