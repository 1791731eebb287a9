import { describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse-article.ts";
import type { Figure } from "../../src/article/block.ts";

function figuresOf(body: string): readonly Figure[] {
  return parseArticle({ path: "a.md", text: `---\ntitle: A\n---\n${body}` }).article.figures;
}

const picture = "![Alt](https://example.org/a.jpg)";
const figure = { url: "https://example.org/a.jpg", alt: "Alt" };

describe("a picture", () => {
  it("has the short paragraph after it that ends with a credit for its caption", () => {
    expect(figuresOf(`${picture}\n\nA ferry leaves on May 2. SREY VEAL\n\nText.\n`)).toEqual([
      { ...figure, lines: [4, 6], caption: "A ferry leaves on May 2.", creditText: "SREY VEAL" },
    ]);
  });

  it("has a paragraph in italics for its caption", () => {
    expect(figuresOf(`${picture}\n\n*A ferry leaves.*\n\nText.\n`)).toMatchObject([
      { lines: [4, 6], caption: "A ferry leaves." },
    ]);
  });

  it("has the line straight below it for its caption", () => {
    expect(figuresOf(`${picture}\nA ferry leaves.\n\nText.\n`)).toMatchObject([
      { lines: [4, 5], caption: "A ferry leaves." },
    ]);
  });

  it("has its title for a caption when nothing else is one", () => {
    expect(figuresOf('![](a.jpg "A ferry")\n\nText.\n')).toMatchObject([
      { lines: [4, 4], caption: "A ferry" },
    ]);
  });

  it("takes no ordinary paragraph for its caption", () => {
    const body = `${picture}\n\nThe ferry left the landing at ten past five.\n\nText.\n`;
    expect(figuresOf(body)).toEqual([{ ...figure, lines: [4, 4] }]);
  });

  it("takes the agency that ends a report for a credit only where the paragraph is a caption", () => {
    const text = "The ferry left the landing. (AFP)";
    expect(figuresOf(`${picture}\n\n${text}\n`)).toEqual([{ ...figure, lines: [4, 4] }]);
    expect(figuresOf(`${picture}\n${text}\n\nText.\n`)).toEqual([
      { ...figure, lines: [4, 5], caption: "The ferry left the landing.", creditText: "AFP" },
    ]);
  });

  it("takes no long paragraph for its caption, even one that ends like one", () => {
    const body = `${picture}\n\n${"The ferry left the landing. ".repeat(20)}SREY VEAL\n\nText.\n`;
    expect(figuresOf(body)).toEqual([{ ...figure, lines: [4, 4] }]);
  });

  it("shares no caption with the picture before it", () => {
    const body = `${picture}\n\n![](b.jpg)\n\nTwo ferries. AFP\n\nThe end. AFP\n`;
    expect(figuresOf(body)).toMatchObject([
      { lines: [4, 4] },
      { lines: [6, 8], caption: "Two ferries.", creditText: "AFP" },
    ]);
  });

  it("inside a link is a picture all the same", () => {
    expect(figuresOf(`[${picture}](https://example.org)\n\nText.\n`)).toEqual([
      { ...figure, lines: [4, 4] },
    ]);
  });

  it("in a line of text stays there, and is among the figures", () => {
    const body = `See ${picture} here.\n\n- ![b](b.jpg "The pier.") and\n  [![c](c.jpg)](d.md)\n`;
    expect(figuresOf(body)).toEqual([
      { ...figure, lines: [4, 4] },
      { url: "b.jpg", alt: "b", caption: "The pier.", lines: [6, 6] },
      { url: "c.jpg", alt: "c", lines: [7, 7] },
    ]);
  });

  it("before the first word of a paragraph floats beside it, and stands alone", () => {
    const text = `---\ntitle: A\n---\n[${picture}](e.html) One *two*\nthree.\n\nText.\n`;
    expect(parseArticle({ path: "a.md", text }).article.blocks.slice(0, 2)).toMatchObject([
      { type: "figure", url: "https://example.org/a.jpg", lines: [4, 4] },
      { type: "paragraph", lines: [4, 5] },
    ]);
  });

  it("is never the one that the front matter names", () => {
    const text = `---\nimage: b.jpg\ntitle: A\n---\n${picture}\n\nText.\n`;
    const { article } = parseArticle({ path: "a.md", text });
    expect(article.image).toEqual({ url: "b.jpg" });
    expect(article.figures.map(({ url }) => url)).toEqual(["https://example.org/a.jpg"]);
  });
});
