import { displayWidth } from "@broadsheet/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { markedLine } from "../../src/command-line/source-line.ts";

const pieces = ["a", "b", "c", "ប៊្ក", "橋", "の", "👩‍🌾", "ו", "e\u0301", "\t", "\x1b", "\u202e"];
const lines = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 60 })
  .map((all) => all.join(""));

it("a marked line fits, is safe, and has its mark under the character that is meant", () => {
  fc.assert(
    fc.property(lines, fc.nat(), fc.integer({ min: 12, max: 90 }), (raw, at, columns) => {
      const index = at % raw.length;
      const { text, mark } = markedLine(raw, { column: index + 1 }, columns);
      expect(displayWidth(text)).toBeLessThanOrEqual(columns);
      expect(text).not.toMatch(/\p{Cc}|\u202e/u);
      expect((mark?.column ?? columns) + (mark?.columns ?? 1)).toBeLessThanOrEqual(columns);
      const letter = raw.charAt(index);
      if (/[a-c]/.test(letter)) expect(atColumn(text, mark?.column)).toBe(letter);
    }),
  );
});

/** The letter that begins at a column. */
function atColumn(text: string, column: number | undefined): string | undefined {
  for (let end = 0; end < text.length; end++) {
    if (displayWidth(text.slice(0, end)) === column && /[a-c]/.test(text.charAt(end)))
      return text.charAt(end);
  }
  return undefined;
}
