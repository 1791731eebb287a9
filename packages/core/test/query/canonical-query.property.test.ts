import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalQuery } from "../../src/query/canonical-query.ts";
import { formatText } from "../../src/query/format-text.ts";
import { parseText } from "../../src/query/parse-text.ts";
import { everything } from "../../src/query/query.ts";

const typed = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.constantFrom(
        "bridge",
        '"',
        "-",
        "*",
        " ",
        "e-mail",
        "ស្ពាន",
        "ß",
        "“",
        "\u200b",
        "新しい橋",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);

test("any text is a query, and printing and reading it again changes nothing", () => {
  fc.assert(
    fc.property(typed, (text) => {
      const tree = parseText(text);
      if (tree !== undefined) expect(parseText(formatText(tree))).toEqual(tree);
    }),
    { numRuns: 1_000 },
  );
});

test("the order of sections and languages does not change a query", () => {
  const one = canonicalQuery({ ...everything, sections: ["b", "a"], languages: ["EN", "km"] });
  expect(one).toBe(
    canonicalQuery({ ...everything, sections: ["a", "b", "a"], languages: ["km", "en"] }),
  );
});

test("queries that differ have different forms", () => {
  const forms = [
    everything,
    { ...everything, sections: ["a"] },
    { ...everything, languages: ["a"] },
    { ...everything, fromMs: 1 },
    { ...everything, toMs: 1 },
    { ...everything, visibleAtMs: 1 },
    { ...everything, drafts: true },
    { ...everything, sort: "oldest" as const },
    { ...everything, text: { type: "word", text: "a", prefix: false } as const },
    { ...everything, text: { type: "word", text: "a", prefix: true } as const },
  ].map(canonicalQuery);
  expect(new Set(forms).size).toBe(forms.length);
});
