import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutText } from "../../src/text/cut-text.ts";
import { displayWidth } from "../../src/text/display-width.ts";
import { breakLines, lineBreaks, wrapText } from "../../src/text/line-breaks.ts";

const alphabets = [
  "abc defg, hi. (j) “k”-",
  "ស្ពានថ្មីឆ្លងទន្លេ។ៗ\u200b ",
  "คนขับเรือข้ามฟากน้ำๆ ",
  "ຂົວໃໝ່ຈະເປີດປີໜ້າ ",
  "တံတားသစ်ကို၊ဖွင့်မည်။",
  "新しい橋の開通、「来年」。ーっ",
  "다리가 열린다 ",
  "👩‍👩‍👧👍🏽🇰🇭❤️ \u00a0\u00ad\n",
].map((letters) => Array.from(letters));

const text = fc
  .array(
    fc.oneof(
      ...alphabets.map((letters) => fc.constantFrom(...letters)),
      fc.string({ unit: "grapheme", maxLength: 2 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));

/** Wide enough for any one grapheme of the alphabets above. */
const columns = fc.integer({ min: 12, max: 100 });

const withoutSpace = (value: string): string => value.replace(/[\s\u200b\u00ad]/gu, "");

describe("laws of wrapping and cutting", () => {
  it("no line is wider than asked", () => {
    fc.assert(
      fc.property(text, columns, (value, width) => {
        for (const line of wrapText(value, width))
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("no character but spaces and break hints is lost, and none changes place", () => {
    fc.assert(
      fc.property(text, columns, (value, width) => {
        expect(withoutSpace(wrapText(value, width).join(""))).toBe(withoutSpace(value));
      }),
    );
  });

  it("lines stand in the text in order and do not overlap", () => {
    fc.assert(
      fc.property(text, columns, (value, width) => {
        let end = 0;
        for (const line of breakLines(value, width)) {
          expect(line.start).toBeGreaterThanOrEqual(end);
          expect(line.end).toBeGreaterThanOrEqual(line.start);
          end = line.end;
        }
        expect(end).toBeLessThanOrEqual(value.length);
      }),
    );
  });

  it("wrapped lines wrap to themselves", () => {
    fc.assert(
      fc.property(text, columns, (value, width) => {
        const lines = wrapText(value, width);
        for (const line of lines) expect(wrapText(line, width)).toEqual([line]);
      }),
    );
  });

  it("places to break are ascending, inside the text, and end with its end", () => {
    fc.assert(
      fc.property(text, (value) => {
        const places = lineBreaks(value);
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
        expect(places.at(-1)).toBe(value.length);
      }),
    );
  });

  it("a cut text is never wider than asked, on one line, and a beginning of the whole", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 100 }), (value, width) => {
        const cut = cutText(value, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        expect(cut).not.toContain("\n");
        expect(withoutSpace(value).startsWith(withoutSpace(cut.replace(/…$/u, "")))).toBe(true);
      }),
    );
  });

  it("a text that fits is not cut", () => {
    fc.assert(
      fc.property(text, (value) => {
        const line = cutText(value, Number.MAX_SAFE_INTEGER);
        expect(cutText(value, displayWidth(line))).toBe(line);
      }),
    );
  });
});
