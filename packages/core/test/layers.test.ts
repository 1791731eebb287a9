import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const core = join(import.meta.dirname, "../src");
const apps = join(import.meta.dirname, "../../../apps");

// The way of the data: a file imports from its own room or an earlier one.
const rooms = ["text", "source", "front-matter", "article", "query", "archive", "sqlite"];
const knownTo = new Map([
  ...rooms.map((room, place) => [room, rooms.slice(0, place + 1)] as const),
  // It stands last, and shows what it is given: it opens no file and no index.
  ["presentation", ["text", "front-matter", "article", "query", "archive", "presentation"]],
]);
const knownToAll = ["errors.ts", "problem.ts"];

describe("core", () => {
  it("has no room beside these", () => {
    const folders = globSync("*/", { cwd: core }).map(roomOf);
    expect(folders.filter((name) => !knownTo.has(name))).toEqual([]);
  });

  it.for([...knownTo])("%s knows only itself and the rooms before it", ([room, known]) => {
    const strangers = globSync(`${room}/**/*.ts`, { cwd: core }).flatMap((file) =>
      localImports(core, file)
        .filter((path) => !knownToAll.includes(path) && !known.includes(roomOf(path)))
        .map((path) => `${file} imports ${path}`),
    );
    expect(strangers).toEqual([]);
  });

  it("reaches nothing of Node from its pure entry", () => {
    const ofNode = [...reached("index.ts")].filter((file) =>
      imports(core, file).some((name) => name.startsWith("node:")),
    );
    expect(ofNode).toEqual([]);
  });
});

it.for(["api", "tui"])("the app %s imports no file outside its folder", (app) => {
  const folder = join(apps, app, "src");
  const outside = globSync("**/*.{ts,tsx}", { cwd: folder }).filter((file) =>
    localImports(folder, file).some((path) => path.startsWith("..") && path !== "../package.json"),
  );
  expect(outside).toEqual([]);
});

it.for(["view.ts", "open.ts", "index-worker.ts"])("%s loads no parser of articles", (entry) => {
  const parsers = [...loadedWith(entry)].filter((file) => /^front-matter|markdown/.test(file));
  expect(parsers).toEqual([]);
});

function roomOf(path: string): string {
  return path.replace(/\/.*/, "");
}

function imports(folder: string, file: string): string[] {
  const code = readFileSync(join(folder, file), "utf8");
  return [...code.matchAll(/\b(?:from|import)\b\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) => name);
}

/** The files of the folder that a file imports, as paths in the folder. */
function localImports(folder: string, file: string): string[] {
  return imports(folder, file)
    .filter((name) => name.startsWith("."))
    .map((name) => join(dirname(file), name));
}

function reached(file: string, files: Set<string> = new Set()): ReadonlySet<string> {
  if (files.has(file)) return files;
  files.add(file);
  for (const next of localImports(core, file)) reached(next, files);
  return files;
}

/** The files that are loaded with a file: types are erased, and `import()` comes later. */
function loadedWith(file: string, files: Set<string> = new Set()): ReadonlySet<string> {
  if (files.has(file)) return files;
  files.add(file);
  const code = readFileSync(join(core, file), "utf8").replaceAll(
    /\b(?:im|ex)port type [^;]+;/g,
    "",
  );
  for (const [, name = ""] of code.matchAll(/\bfrom\s+"(\.[^"]+)"/g))
    loadedWith(join(dirname(file), name), files);
  return files;
}
