import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import { plainText } from "../../src/article/plain-text.ts";

function typesOf(body: string): readonly string[] {
  const { article } = parseArticle({
    path: "a.md",
    text: `---\ntitle: T\n---\n\n${body}\n\nEnd.\n`,
  });
  return article.blocks.map(({ type }) => type);
}

describe("Markdown beyond what people write", () => {
  it("goes on with a quotation's paragraph for so many lines, and no further", () => {
    expect(typesOf(`> a\n${"b\n".repeat(4_000)}`)).toEqual(["quote", "paragraph"]);
    expect(typesOf(`> a\n${"b\n".repeat(6_000)}`)).toEqual(["quote", "paragraph", "paragraph"]);
  });

  it("fills up short rows of a table with so many cells, and no more", () => {
    const head = `|${"a|".repeat(1_000)}\n|${"-|".repeat(1_000)}\n`;
    expect(typesOf(`${head}${"|b|\n".repeat(10)}`)).toEqual(["table", "paragraph"]);
    expect(typesOf(`${head}${"|b|\n".repeat(100)}`)).toEqual(["table", "paragraph", "paragraph"]);
  });

  it("reads brackets and emphasis so deep, and keeps the signs of the rest", () => {
    const text = `${"![".repeat(100)}deep${"](a.jpg)".repeat(100)}`;
    const { article } = parseArticle({ path: "a.md", text });
    expect(JSON.stringify(article)).toContain("deep");
    expect(plainText(parseArticle({ path: "a.md", text: `${"*a ".repeat(60)}b` }).article)).toBe(
      `${"*a ".repeat(60)}b`,
    );
  });

  it("reads a fence as long as a line, up to the fence that is no shorter", () => {
    for (const sign of ["`", "~"]) {
      const fence = sign.repeat(60_000);
      expect(typesOf(`${fence}\ncode\n${fence.slice(1)}\n${fence}${sign}\n\ntext`)).toEqual([
        "code",
        "paragraph",
        "paragraph",
      ]);
    }
  });

  it("reads more pictures than a call takes arguments", { timeout: 60_000 }, () => {
    const many = 130_000;
    const { article } = parseArticle({ path: "a.md", text: "![a](b)".repeat(many) });
    expect(article.figures.length).toBe(many);
  });
});
