import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { sectionInPath } from "../../src/article/path-section.ts";

describe("sectionInPath", () => {
  it.for([
    ["sport/_posts/2024-05-01-final.md", "sport", "Sport"],
    ["content/sport/final.md", "sport", "Sport"],
    ["content/asia-pacific/2024/final.md", "asia-pacific", "Asia Pacific"],
    ["content/fr/culture/final.md", "culture", "Culture"],
    ["content/sport/final/index.md", "sport", "Sport"],
    ["content/ជាតិ/final.md", "ជាតិ", "ជាតិ"],
  ] as const)("finds in %s the section %s", ([path, key, label]) => {
    expect(sectionInPath(path)).toMatchObject({ key, label });
  });

  it.for([
    "sport/final.md",
    "_posts/sport/2024-05-01-final.md",
    "source/_posts/sport/final.md",
    "docs/_posts/2024-05-01-final.md",
    "km/_posts/2024-05-01-final.md",
    "news/sport/_posts/2024-05-01-final.md",
    "content/final.md",
    "content/final/index.md",
    "content/posts/final.md",
    "content/en/docs/final.md",
    "content/fr/final.md",
    "content/2024/final.md",
    "content/_archived/final.md",
    "src/content/sport/final.md",
    "content/sport/_index.md",
    "content/uk/final.md",
    "content/resources/final.md",
  ])("finds none in %s", (path) => {
    expect(sectionInPath(path)).toBe(undefined);
  });
});

describe("an article in a section's folder", () => {
  const path = "content/asia-pacific/final.md";

  it("is in that section, and says that nobody wrote so", () => {
    const { article } = parseArticle({ path, text: "# Final\n\nText." });
    expect(article.section).toEqual({
      written: "asia-pacific",
      key: "asia-pacific",
      label: "Asia Pacific",
    });
    expect(article.provenance.inferred).toContain("section");
  });

  it("is in the one that front matter gives", () => {
    const { article } = parseArticle({ path, text: "---\ncategory: SPORT\n---\nText." });
    expect(article.section?.key).toBe("sport");
    expect(article.provenance.inferred).not.toContain("section");
  });
});
