import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute, beginsHtmlBlock, htmlPieces } from "../../src/article/html.ts";

describe("htmlPieces", () => {
  it("tells tags, comments, scripts and text apart", () => {
    expect(htmlPieces('a<B class="x">b</b><!-- c --><script>d</script>e')).toEqual([
      { type: "text", text: "a" },
      { type: "tag", name: "b", closes: false, attributes: ' class="x"' },
      { type: "text", text: "b" },
      { type: "tag", name: "b", closes: true, attributes: "" },
      { type: "hidden", what: "comment", text: "<!-- c -->" },
      { type: "hidden", what: "script", text: "<script>d</script>" },
      { type: "text", text: "e" },
    ]);
  });

  it.for([
    "Vec<T>",
    "<hyc> hi",
    "1 < 2 > 0",
    "<b",
    "<!-- never closed",
    "<style>never closed",
    "</>",
    "<a href='x",
  ])("finds nothing but text in what is no HTML, or has no end: %s", (text) => {
    expect(htmlPieces(text)).toEqual([{ type: "text", text }]);
  });

  it("finds a comment again in a text that has another without its end", () => {
    const text = "<!-- a --> b <!-- c";
    expect(htmlPieces(text)).toEqual(htmlPieces(text));
    expect(htmlPieces(text)[0]).toMatchObject({ type: "hidden" });
  });

  it("loses no character of a text without HTML", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>/!-= \"'abT") }), (text) => {
        const joined = htmlPieces(text).map((piece) => {
          if (piece.type !== "tag") return piece.text;
          return `<${piece.closes ? "/" : ""}${piece.name}${piece.attributes}>`;
        });
        // The slash of an empty element and the capitals of a name are not kept.
        const kept = (each: string): string => each.replaceAll("/", "").toLowerCase();
        expect(kept(joined.join(""))).toBe(kept(text));
      }),
    );
  });
});

describe("beginsHtmlBlock", () => {
  it("knows the tag of a block, and a whole tag alone on its line", () => {
    expect(beginsHtmlBlock("<div class=x> text")).toBe("block");
    expect(beginsHtmlBlock("</p>")).toBe("block");
    expect(beginsHtmlBlock('<a href="x">')).toBe("tag");
    expect(beginsHtmlBlock('<a href="x"> text')).toBe(undefined);
    expect(beginsHtmlBlock("<divine> text")).toBe(undefined);
    expect(beginsHtmlBlock("<T>")).toBe(undefined);
  });
});

describe("attribute", () => {
  it("finds a value in any quotation marks", () => {
    expect(attribute(` src="a b" alt='c' width=3`, "src")).toBe("a b");
    expect(attribute(` src="a b" alt='c' width=3`, "ALT")).toBe("c");
    expect(attribute(` src="a b" alt='c' width=3`, "width")).toBe("3");
    expect(attribute(` data-src="a"`, "src")).toBe(undefined);
  });
});
