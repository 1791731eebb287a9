import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints } from "../../src/text/compare.ts";

test("strings are ordered as their UTF-8 bytes are", () => {
  const text = fc.string({ unit: "grapheme-composite" });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(
        Buffer.compare(Buffer.from(a), Buffer.from(b)),
      );
    }),
  );
});
