import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unsafeText } from "../../fuzz/unsafe-text.ts";
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

/** Texts as the three languages write them with escapes: any character by its number. */
const escapedText = fc
  .array(
    fc.oneof(
      fc.nat({ max: 0xffff }).map((code) => `\\u${code.toString(16).padStart(4, "0")}`),
      fc.constantFrom("\\u001b[31m", "\\ud83d\\ude00", "\\b", "\\f", "a", "\\\\", "\\u0085", "\\n"),
    ),
    { maxLength: 6 },
  )
  .map((parts) => `"${parts.join("")}"`);

const escapedFields = fc.array(fc.tuple(escapedText, escapedText, escapedText), { maxLength: 5 });

const blocks = fc.tuple(
  fc.constantFrom(
    { open: "---\n", field: ": ", close: "---\n", inner: [": {", ": [", "]}"] },
    { open: "+++\n", field: " = ", close: "+++\n", inner: [" = {", " = [", "]}"] },
    { open: "---json\n{", field: ": ", close: "}\n---\n", inner: [": {", ": [", "]}"] },
  ),
  escapedFields,
  fc.constantFrom("", 'broken = "\n', "broken: [\n", '"x": tru,\n'),
);

describe("splitFrontMatter", () => {
  it("gives nothing that must not be shown, whatever escapes stand for", () => {
    fc.assert(
      fc.property(blocks, ([{ open, field, close, inner }, fields, broken]) => {
        const [map = "", list = "", end = ""] = inner;
        const lines = [["first", "x", "y"].map((each) => `"${each}"`), ...fields].flatMap(
          ([name = "", value = "", other = ""]) => [
            `${name}${field}${value}`,
            `"n${name.slice(1)}${map}${other}${list}${value}${end}`,
          ],
        );
        const rows = lines.join(open.endsWith("{") ? ",\n" : "\n");
        const split = splitFrontMatter(`${open}${rows}\n${broken}${close}Body`, "a.md");
        expect(unsafeText(split)).toBeUndefined();
        expect(split.body).toBe("Body");
      }),
      { numRuns: 1_000 },
    );
  });

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
