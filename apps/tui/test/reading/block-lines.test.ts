import type { Block, Inline } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { blockLines, blocksLines } from "../../src/reading/block-lines.ts";
import { texts } from "../screen-text.ts";

const lines = [1, 1] as const;
const text = (value: string): Inline => ({ type: "text", text: value });
const paragraph = (value: string): Block => ({ type: "paragraph", lines, children: [text(value)] });
const shown = (block: Block, columns = 30): string[] => texts(blockLines(block, { columns }));

describe("a block of an article", () => {
  it("that is a paragraph is broken at words", () => {
    expect(shown(paragraph("The ferry left at nine, and nobody knew why."))).toEqual([
      "The ferry left at nine, and",
      "nobody knew why.",
    ]);
  });

  it("keeps the line breaks that were written, and the looks of its parts", () => {
    const children: Inline[] = [
      { type: "strong", children: [text("Bold")] },
      text(" and "),
      {
        type: "link",
        url: "https://example.org",
        children: [{ type: "emphasis", children: [text("linked")] }],
      },
      { type: "break" },
      { type: "code", text: "code" },
    ];
    const rows = blockLines({ type: "paragraph", lines, children }, { columns: 30 });
    expect(texts(rows)).toEqual(["Bold and linked", "code"]);
    expect(rows[0]?.map(({ tone }) => tone)).toEqual([
      { bold: true },
      {},
      { underline: true, italic: true, link: "https://example.org" },
    ]);
  });

  it("that is a quotation has a bar, also where quotations are nested", () => {
    const inner: Block = { type: "quote", lines, children: [paragraph("No answer.")] };
    expect(shown({ type: "quote", lines, children: [paragraph("We asked."), inner] })).toEqual([
      "│ We asked.",
      "│",
      "│ │ No answer.",
    ]);
  });

  it("that is a list hangs its items", () => {
    const items = [[paragraph("A first point that needs two lines")], [paragraph("A second")]];
    expect(shown({ type: "list", lines, ordered: false, start: 1, items })).toEqual([
      "• A first point that needs two",
      "  lines",
      "• A second",
    ]);
    expect(shown({ type: "list", lines, ordered: true, start: 9, items }, 20)).toEqual([
      "9.  A first point",
      "    that needs two",
      "    lines",
      "10. A second",
    ]);
  });

  it("that is a list in a list is indented once more", () => {
    const inner: Block = {
      type: "list",
      lines,
      ordered: false,
      start: 1,
      items: [[paragraph("inner")]],
    };
    expect(
      shown({
        type: "list",
        lines,
        ordered: false,
        start: 1,
        items: [[paragraph("outer"), inner]],
      }),
    ).toEqual(["• outer", "  • inner"]);
  });

  it("that is a picture gives its caption and credit", () => {
    const figure = { type: "figure", lines, url: "a.png", alt: "" } as const;
    expect(shown({ ...figure, caption: "The landing.", creditText: "STPM" })).toEqual([
      "The landing.  STPM",
    ]);
    expect(shown({ ...figure, alt: "A boat" })).toEqual(["A boat"]);
    expect(shown(figure)).toEqual(["Picture"]);
  });

  it("that is code keeps its spaces and goes on in the next row", () => {
    expect(
      shown({ type: "code", lines, text: "if (a) {\n\treturn 1234567890123456789012345;\n}\n" }),
    ).toEqual(["  if (a) {", "      return 12345678901234567", "  89012345;", "  }"]);
  });

  it("that is code has a row for each line, however wide, where it can be scrolled", () => {
    const code: Block = { type: "code", lines, text: `${"x".repeat(50)}\n\ty\n` };
    const rows = blockLines(code, { columns: 30, scrollsCode: true });
    expect(texts(rows)).toEqual([`  ${"x".repeat(50)}`, "      y"]);
  });

  it("that is written from right to left begins at the right, with its bars and points there", () => {
    expect(shown(paragraph("عبر الجسر عند الظهر"))).toEqual(["           عبر الجسر عند الظهر"]);
    expect(shown({ type: "quote", lines, children: [paragraph("الجسر هنا")] })).toEqual([
      "                   الجسر هنا │",
    ]);
    const items = [[paragraph("الجسر")], [paragraph("A bridge")]];
    expect(shown({ type: "list", lines, ordered: false, start: 1, items })).toEqual([
      "                       الجسر •",
      "• A bridge",
    ]);
    // The first letter decides, whatever stands before it.
    expect(shown(paragraph("3 («הגשר») opened"))).toEqual(["             3 («הגשר») opened"]);
    expect(shown(paragraph("The word جسر"))).toEqual(["The word جسر"]);
  });

  it("are parted by one row, and by two before a heading", () => {
    const heading: Block = { type: "heading", lines, level: 2, children: [text("Later")] };
    expect(
      texts(
        blocksLines([paragraph("One."), paragraph("Two."), heading, paragraph("Three.")], {
          columns: 30,
        }),
      ),
    ).toEqual(["One.", "", "Two.", "", "", "Later", "", "Three."]);
  });

  it("is broken between words of Khmer, which has no spaces", () => {
    expect(shown(paragraph("ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើមឆ្នាំក្រោយ"), 24)).toEqual([
      "ស្ពានថ្មីឆ្លងទន្លេនឹងបើកនៅដើម",
      "ឆ្នាំក្រោយ",
    ]);
  });
});
