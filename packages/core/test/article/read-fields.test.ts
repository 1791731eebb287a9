import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { parseArticle } from "../../src/article/parse-article.ts";

function articleOf(text: string): Article {
  return parseArticle({ path: "2024/11/ferry.md", text }).article;
}

describe("the names of fields", () => {
  it("are understood in the ways that people write them", () => {
    const text =
      "---\nHeadline: A\nSummary: B\nPubDate: 2024-11-26\nlast_modified_at: 2024-11-27\nLang: fr\ncategories: [C, D]\nkeywords: E, F\nAuthors:\n  - name: G\ncover: h.jpg\ncanonical_url: https://example.org/\n---\nTexte.";
    expect(articleOf(text)).toMatchObject({
      headline: "A",
      description: "B",
      datePublished: { written: "2024-11-26" },
      dateModified: { written: "2024-11-27" },
      inLanguage: "fr",
      section: { key: "c" },
      keywords: ["E", "F", "D"],
      author: ["G"],
      image: { url: "2024/11/h.jpg" },
      originUrl: "https://example.org/",
      extra: {},
    });
  });

  it("that are second best stay among the unknown when the best is there", () => {
    const article = articleOf("---\ntitle: A\nheadline: B\nlink: /local\n---\nText.");
    expect(article).toMatchObject({ headline: "A", extra: { headline: "B", link: "/local" } });
    expect(article.originUrl).toBe(undefined);
  });

  it("with nothing written after them are as if they were not there", () => {
    const text = "---\ntitle: A\ndate:\ntags: []\nauthor: ~\nimage:\n  url: ''\n---\nText.";
    expect(parseArticle({ path: "a.md", text }).problems).toEqual([]);
    expect(articleOf(text).extra).toEqual({});
  });

  it.for([
    ["draft: true", true],
    ["draft: Yes", true],
    ["draft: false", false],
    ["published: false", true],
    ["published: true", false],
  ] as const)("make a draft or not: %s", ([line, draft]) => {
    expect(articleOf(`---\ntitle: A\n${line}\n---\nText.`).draft).toBe(draft);
  });

  it("may give the day under published", () => {
    expect(articleOf("---\ntitle: A\npublished: 2024-11-26\n---\nText.")).toMatchObject({
      datePublished: { written: "2024-11-26" },
      draft: false,
    });
  });
});
