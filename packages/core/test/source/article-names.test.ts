import { describe, expect, it } from "vitest";
import { isArticleFolder, isArticleName } from "../../src/source/article-names.ts";

describe("isArticleName", () => {
  it.for(["a.md", "2024-11-26-bridge.Markdown", "notes.TXT", "ស្ពាន.md", "license-fees-rise.md"])(
    "takes %s for an article",
    (name) => {
      expect(isArticleName(name)).toBe(true);
    },
  );

  it.for([
    "README.md",
    "readme.md",
    "Readme.txt",
    "README.km.md",
    "readme.fr.md",
    "LICENSE-MIT.txt",
    "license.txt",
    "CHANGELOG.md",
    "template.md",
    "_template.md",
    "article-template.md",
    ".hidden.md",
    "a.mdx",
    "a.md~",
    "md",
  ])("does not take %s for one", (name) => {
    expect(isArticleName(name)).toBe(false);
  });
});

describe("isArticleFolder", () => {
  it("passes over dot folders, installed packages and templates", () => {
    expect([".git", "node_modules", "templates", "2024", "news"].filter(isArticleFolder)).toEqual([
      "2024",
      "news",
    ]);
  });
});
