import { expect, it } from "vitest";
import { articleNames, isCalled } from "../../src/query/article-names.ts";

it("an article is called by its id, its path and file, the file's title, and where it appeared", () => {
  const names = articleNames({
    id: "ART19010100008A9D0B3",
    path: "news/2024-11-26-Łódź-bridge.md",
    originUrl: "https://www.example.com/bridge/?from=mail",
  });
  expect(names).toEqual([
    "art19010100008a9d0b3",
    "news20241126lodzbridgemd",
    "20241126lodzbridgemd",
    "20241126lodzbridge",
    "lodzbridge",
    "examplecombridge",
  ]);
});

it.for(["ferry", "1234567", "2", "bridges"])("the word %s is no name", (id) => {
  expect(isCalled({ id, path: "a.md" }, id)).toBe(false);
});

it("a name that is no longer typed by anybody is left out", () => {
  expect(articleNames({ id: "a1".repeat(400), path: "a.md" })).toEqual(["amd"]);
});

it("spaces do not tell names apart", () => {
  expect(isCalled({ id: "new-bridge", path: "a.md" }, "new bridge")).toBe(true);
  expect(isCalled({ id: "new-bridge", path: "a.md" }, "new ferry")).toBe(false);
});
