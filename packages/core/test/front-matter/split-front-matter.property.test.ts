import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../src/front-matter/split-front-matter.ts";
import { cleanText } from "../../src/text/clean-text.ts";

const part = fc.oneof(
  fc.constantFrom(
    "---\n",
    "---js\n",
    "+++\n",
    "---json\n",
    "{\n",
    "}\n",
    "...\n",
    "title: a\n",
    "t = 'x'\n",
  ),
  fc.constantFrom(
    '"a": 1,\n',
    "- b\n",
    "a: b: c\n",
    "\n",
    "x: |\n",
    "  y\n",
    "\t",
    '"',
    "[",
    "&a *a\n",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const text = fc.array(part, { maxLength: 14 }).map((parts) => cleanText(parts.join("")));

describe("splitFrontMatter", () => {
  it("never throws, and its body is the end of the text at the line it names", () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { body, bodyLine, lines, problems } = splitFrontMatter(whole, "a.md");
        expect(whole.endsWith(body)).toBe(true);
        const before = whole.slice(0, whole.length - body.length);
        expect(before.split("\n")).toHaveLength(bodyLine);
        const last = whole.split("\n").length;
        for (const line of lines.values()) expect(line).toBeLessThanOrEqual(last);
        for (const { line = 1 } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("puts a body after any front matter back as it was", () => {
    fc.assert(
      fc.property(text, (body) => {
        expect(splitFrontMatter(`---\ntitle: x\n---\n${body}`, "a.md")).toMatchObject({
          fields: { title: "x" },
          body,
          bodyLine: 4,
        });
      }),
    );
  });
});
