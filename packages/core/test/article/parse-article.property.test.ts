import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/article/block.ts";
import { parseArticle } from "../../src/article/parse-article.ts";
import { plainText } from "../../src/article/plain-text.ts";
import { cleanText } from "../../src/text/clean-text.ts";

const piece = fc.oneof(
  fc.constantFrom(
    "---\n",
    "title: a\n",
    "date: 2024-11-26\n",
    "# h\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "```\n",
    "|a|b|\n|-|-|\n",
  ),
  fc.constantFrom(
    "![a](b.jpg)",
    "[c](javascript:d)",
    "*e*",
    "**f",
    "`g`",
    "<b>",
    "</p>",
    "<script>",
    "<!--",
    "-->",
    "&#27;",
    "\\",
  ),
  fc.constantFrom(
    "\u001b[31m",
    "\u202e",
    "\u200b",
    "\u00a0",
    "\r\n",
    "ស្ពាន។ ",
    "橋。",
    "AFP",
    ". ",
    "“q,” she said. ",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const anyText = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(""));

/** Every text in a value, whatever its shape. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function linesIn(blocks: readonly Block[]): readonly (readonly number[])[] {
  return blocks.flatMap((block) => [
    block.lines,
    ...(block.type === "quote" ? linesIn(block.children) : []),
    ...(block.type === "list" ? linesIn(block.items.flat()) : []),
  ]);
}

describe("parseArticle", () => {
  it("never throws, and gives only clean text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { article, problems } = parseArticle({ path: "a/b.md", text });
        for (const each of textsIn([article, problems])) expect(cleanText(each)).toBe(each);
        expect(article.headline).not.toBe("");
        expect(article.headline).not.toMatch(/\n/);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives every block lines that the file has, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { article } = parseArticle({ path: "a/b.md", text });
        const last = cleanText(text).split("\n").length;
        for (const [first = 0, end = 0] of linesIn(article.blocks)) {
          expect(first).toBeGreaterThanOrEqual(1);
          expect(end).toBeGreaterThanOrEqual(first);
          expect(end).toBeLessThanOrEqual(last);
        }
        const firsts = article.blocks.map(({ lines }) => lines[0]);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  it("depends on nothing but its arguments", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, before) => {
        const alone = parseArticle({ path: "a.md", text });
        parseArticle({ path: "b.md", text: before });
        expect(parseArticle({ path: "a.md", text })).toEqual(alone);
      }),
    );
  });

  it("loses no word of plain paragraphs", () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const paragraph = fc
      .array(word, { minLength: 1, maxLength: 12 })
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (paragraphs) => {
        const text = `---\ntitle: The title, which no paragraph is\n---\n\n${paragraphs.join("\n\n")}\n`;
        const { article } = parseArticle({ path: "a.md", text });
        expect(plainText(article)).toBe(paragraphs.join("\n\n"));
        expect(article.wordCount).toBe(paragraphs.join(" ").split(" ").length);
        expect(article.blocks.map(({ lines }) => lines)).toEqual(
          paragraphs.map((_, index) => [5 + 2 * index, 5 + 2 * index]),
        );
      }),
    );
  });
});
