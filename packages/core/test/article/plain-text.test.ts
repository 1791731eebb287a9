import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { figuresOf, plainText } from "../../src/article/plain-text.ts";

function textOf(body: string): string {
  return plainText(parseArticle({ path: "a.md", text: `---\ntitle: T\n---\n${body}` }).article);
}

describe("plainText", () => {
  it("has headings, lists, quotations, tables and code as paragraphs, without signs", () => {
    const body =
      "## A *b*\n\n- c\n- d `e`\n\n> f [g](h.md)\n\n| i | j |\n|---|---|\n| k | |\n\n```\nl\n\nm\n```\n\n---\n";
    expect(textOf(body)).toBe("A b\n\nc\n\nd e\n\nf g\n\ni, j\n\nk\n\nl\nm");
  });

  it("has neither pictures nor their captions", () => {
    expect(textOf("a\n\n![b](c.jpg)\n\nd. AFP\n\ne ![f](g.jpg)\n")).toBe("a\n\ne");
  });

  it("has a space where a line was broken on purpose", () => {
    expect(textOf("a  \nb\n\nc\n")).toBe("a b\n\nc");
  });
});

describe("figuresOf", () => {
  it("finds pictures inside quotations and lists too, in order", () => {
    const text = "x\n\n> ![](a.jpg)\n\n- ![](b.jpg)\n\n![](c.jpg)\n";
    const { blocks } = parseArticle({ path: "a.md", text }).article;
    expect(figuresOf(blocks).map(({ url }) => url)).toEqual(["a.jpg", "b.jpg", "c.jpg"]);
  });
});
