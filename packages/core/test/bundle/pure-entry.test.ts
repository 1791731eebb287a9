import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, it } from "vitest";

const entry = join(import.meta.dirname, "../../dist/index.js");

it("the built pure entry and its libraries run in a bare JavaScript engine", async () => {
  // For a browser esbuild refuses every module of Node.
  const { outputFiles, warnings } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    globalName: "broadsheet",
    platform: "browser",
    write: false,
  });
  expect(warnings).toEqual([]);
  const bare = createContext({});
  runInContext(outputFiles[0]?.text ?? "", bare);
  expect(runInContext("typeof broadsheet.parseArticle", bare)).toBe("function");
});
