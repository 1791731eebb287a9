import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { entries, exportedNames } from "./exported-names.ts";

const dist = join(import.meta.dirname, "../dist");

/** A file of built declarations, without its comments and texts. */
function declarations(file: string): string {
  const code = readFileSync(join(dist, file), "utf8");
  return code.replaceAll(/\/\*[^]*?\*\/|\/\/.*|"[^"\n]*"/g, "");
}

const ours = new Set(
  globSync("**/*.d.ts", { cwd: dist }).flatMap((file) =>
    [...declarations(file).matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name),
  ),
);
const exported = entries.flatMap(exportedNames);
const names = new Set(exported.map(({ name }) => name));

it("knows the types of the package", () => {
  expect(ours.size).toBeGreaterThan(names.size / 2);
});

it.for(exported)("$name is made of types that can be imported too", ({ name, file }) => {
  const code = declarations(file.replace(/ts$/, "d.ts"));
  const start = code.search(new RegExp(`^export (?:declare )?\\w+\\*? ${name}\\b`, "m"));
  expect(start).toBeGreaterThanOrEqual(0);
  const [declared = ""] = code
    .slice(start + 1)
    .split(/^(?:export|declare|type|function|const)\b/m, 1);
  const used = [...declared.matchAll(/(?<!\.)\b[A-Z]\w+/g)].map(([word]) => word);
  expect(used.filter((word) => ours.has(word) && !names.has(word))).toEqual([]);
});
