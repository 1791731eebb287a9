import { describe, expect, it } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { peopleInByline } from "../../src/article/byline.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { plainText } from "../../src/article/plain-text.ts";

describe("peopleInByline", () => {
  it.for([
    ["By Dara Meas", ["Dara Meas"]],
    ["BY DARA MEAS AND SREY VEAL", ["DARA MEAS", "SREY VEAL"]],
    ["By: Dara Meas", ["Dara Meas"]],
    ["By Dara Meas and Srey Veal", ["Dara Meas", "Srey Veal"]],
    ["By Dara Meas, Srey Veal", ["Dara Meas", "Srey Veal"]],
    ["Par Hélène Varnet et Marie-Ange de La Tour", ["Hélène Varnet", "Marie-Ange de La Tour"]],
    ["ដោយ៖ ស្រី វាល", ["ស្រី វាល"]],
    ["\u200bដោយ\u200b៖ ស្រី វាល និង តារា មាស", ["ស្រី វាល", "តារា មាស"]],
    ["文＝苫野春菜", ["苫野春菜"]],
  ] as const)("reads %s", ([text, people]) => {
    expect(peopleInByline(text)).toEqual(people);
  });

  it.for([
    "By Monday",
    "By Monday the ferry had left.",
    "By Dara Meas.",
    "By the river",
    "Dara Meas",
    "Par exemple",
    "By Rust 1.82",
    "ដោយ សាឡាងបានចេញ",
    "ដោយ៖ សាឡាងបានចេញ។",
    "文化・芸術",
    `By ${"Dara ".repeat(40)}`,
    "",
  ])("finds none in %j", (text) => {
    expect(peopleInByline(text)).toBe(undefined);
  });
});

describe("an article with a byline above its text", () => {
  function articleOf(text: string): Article {
    return parseArticle({ path: "a.txt", text }).article;
  }
  const sentences = "The ferry left the landing at six.\nNobody on the other side saw it come.\n";

  it("has that author, says so, and is described by what comes after", () => {
    const { article } = parseArticle({
      path: "a.md",
      text: `# The ferry\n\n*By Dara Meas*\n\nPHNOM PENH, Nov 25 — ${sentences}`,
    });
    expect(article).toMatchObject({
      headline: "The ferry",
      author: ["Dara Meas"],
      dateline: "PHNOM PENH, Nov 25",
    });
    expect(article.description).toMatch(/^PHNOM PENH, Nov 25 — The ferry/);
    expect(article.provenance.inferred).toEqual(
      expect.arrayContaining(["headline", "description", "author", "dateline"]),
    );
    expect(plainText(article)).toContain("By Dara Meas");
  });

  it("may be of lines that are paragraphs, with a title or without", () => {
    expect(articleOf(`The last ferry\nBy Dara Meas\n${sentences}`)).toMatchObject({
      headline: "The last ferry",
      author: ["Dara Meas"],
      lead: "The ferry left the landing at six.",
    });
    expect(articleOf(`By Dara Meas\n${sentences}`)).toMatchObject({
      headline: "The ferry left the landing at six",
      author: ["Dara Meas"],
    });
  });

  it("keeps the author that its front matter names", () => {
    const article = articleOf(`---\nauthor: Srey Veal\n---\nBy Dara Meas\n\n${sentences}`);
    expect(article.author).toEqual(["Srey Veal"]);
    expect(article.provenance.inferred).not.toContain("author");
  });

  it("takes no author from a line further down", () => {
    expect(articleOf(`${sentences}\nBy Dara Meas\n`).author).toEqual([]);
  });
});
