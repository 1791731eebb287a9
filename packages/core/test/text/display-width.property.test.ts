import * as fc from "fast-check";
import stringWidth from "string-width";
import { expect, it } from "vitest";
import { displayWidth } from "../../src/text/display-width.ts";

const block = (first: number, last: number): fc.Arbitrary<string> =>
  fc.integer({ min: first, max: last }).map((code) => String.fromCodePoint(code));

const character = fc.oneof(
  block(0x20, 0x7e),
  block(0xa0, 0x52f),
  block(0x600, 0x6ff),
  block(0x900, 0xeff),
  block(0x1000, 0x109f),
  block(0x1780, 0x17ff),
  block(0x1e00, 0x1fff),
  block(0x200b, 0x205e),
  block(0x20a0, 0x20ff),
  block(0x2190, 0x2bff),
  block(0x3000, 0x312f),
  block(0x4e00, 0x9fff),
  block(0xac00, 0xd7a3),
  block(0xff00, 0xffef),
  block(0x1f300, 0x1f6ff),
  fc.constantFrom("\u200d", "\ufe0f", "\ufe0e", "🇰🇭", "👩‍👩‍👧", "1️⃣", "👍🏽"),
);

it("the width of any text is the one that string-width finds", () => {
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      expect(displayWidth(text)).toBe(stringWidth(text, { countAnsiEscapeCodes: true }));
    }),
    { numRuns: 3_000 },
  );
});

it("every character of the Basic Multilingual Plane has the width that string-width finds", () => {
  const different: string[] = [];
  for (let code = 0x20; code < 0xd800; code++) {
    const text = String.fromCharCode(code);
    if (displayWidth(text) !== stringWidth(text, { countAnsiEscapeCodes: true }))
      different.push(code.toString(16));
  }
  expect(different).toEqual([]);
});
