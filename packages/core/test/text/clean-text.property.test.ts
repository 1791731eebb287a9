import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "../../src/text/clean-text.ts";
import { maxMarks } from "../../src/text/marks.ts";

/** Text made of what the cleaning is about, so that its parts meet in every order. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."\u001b[];0123mABOPX\\\u0007\u009b\u009d\u009c\u0090\r\n\t\u0085\u2028\ud800\udc00\udb40\udc41",
        "\u{1f3f4}",
        "\u{e0067}",
        "\u{e007f}",
        "\u0301",
        "\u200d",
        "\u202e",
        "\ufeff",
        "a",
      ),
      fc.string({ unit: "binary" }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

// oxlint-disable-next-line no-control-regex -- it looks for control characters
const steering = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff]/;

describe("cleanText", () => {
  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  it("leaves nothing that steers a terminal or turns text, whatever comes in", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(cleanText(text)).not.toMatch(steering);
        expect(cleanText(text).isWellFormed()).toBe(true);
      }),
    );
  });

  it("makes one line of anything", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(cleanLine(text)).not.toMatch(/[\n\t]/);
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
    );
  });

  it("leaves as many marks in a row as it promises, wherever they stand", () => {
    const runs = fc.array(
      fc.tuple(fc.stringMatching(/^[ab]{0,10}$/), fc.integer({ min: 0, max: 30 })),
    );
    fc.assert(
      fc.property(
        runs,
        fc.constantFrom("\u0301", "\u17d2", "\u{e0101}", "\u0301\u200d"),
        (parts, mark) => {
          const text = parts.map(([letters, count]) => letters + mark.repeat(count)).join("");
          const most = Math.max(
            0,
            ...[...cleanText(text).matchAll(/[\p{M}\u200d]+/gu)]
              .map(([run]) => run.replaceAll("\u200d", ""))
              .map((run) => [...run].length),
          );
          const longest = Math.max(
            0,
            ...[...text.matchAll(/[\p{M}\u200d]+/gu)].map(
              ([run]) => [...run.replaceAll("\u200d", "")].length,
            ),
          );
          expect(most).toBe(Math.min(longest, maxMarks));
        },
      ),
    );
  });

  it("knows a long text again without taking another for it", () => {
    const long = fc.string({ minLength: 600, maxLength: 700, unit: "grapheme-ascii" });
    fc.assert(
      fc.property(long, fc.nat(599), (text, at) => {
        const other = `${text.slice(0, at)}\u001b[31m${text.slice(at)}`;
        expect(cleanText(text)).toBe(text);
        expect(cleanText(text)).toBe(text);
        expect(cleanText(other)).not.toContain("\u001b");
      }),
    );
  });
});
