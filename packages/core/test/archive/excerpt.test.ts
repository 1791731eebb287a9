import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptLength, excerptOf, highlight } from "../../src/archive/excerpt.ts";
import { parseText } from "../../src/query/parse-text.ts";
import { searchTerms } from "../../src/query/search-terms.ts";

const terms = (typed: string) => searchTerms(parseText(typed));
const marked = (
  excerpt: { text: string; highlights: readonly (readonly [number, number])[] } | undefined,
) => excerpt?.highlights.map(([start, end]) => excerpt.text.slice(start, end));

const filler = "The council met on Monday and talked about other things for a long while. ".repeat(
  10,
);

test("an excerpt without a query is the beginning, cut on a word", () => {
  const excerpt = excerptOf(filler, []);
  expect(excerpt?.text).toMatch(/^The council met .*\w…$/);
  expect(excerpt?.text.length).toBeLessThanOrEqual(excerptLength + 1);
  expect(excerpt?.highlights).toEqual([]);
});

test("an excerpt begins with the sentence that matches", () => {
  const excerpt = excerptOf(`${filler}A Bridge opened. ${filler}`, terms("bridge"));
  expect(excerpt?.text).toMatch(/^…A Bridge opened\. The council/);
  expect(marked(excerpt)).toEqual(["Bridge"]);
});

test("the passage with most of the words is shown", () => {
  const body = `${filler}The bridge alone. ${filler}The ferry and the bridge. ${filler}`;
  expect(marked(excerptOf(body, terms("bridge ferry")))).toEqual(["ferry", "bridge"]);
});

test("a phrase is marked in one piece, and accents do not matter", () => {
  expect(marked(highlight("Le nouveau pont de Chhnêr", terms('"pont de chhner"')))).toEqual([
    "pont de Chhnêr",
  ]);
});

test("what is left out of a query is not marked", () => {
  expect(marked(highlight("The old bridge", terms("bridge -old")))).toEqual(["bridge"]);
});

test("an empty body has no excerpt", () => {
  expect(excerptOf(" \n ", terms("bridge"))).toBeUndefined();
});

test("highlights ascend, overlap nowhere and cut no grapheme, in any text", () => {
  const body = fc.array(
    fc.constantFrom("bridge", "ស្ពានថ្មី", "橋", "👩‍👩‍👧", "e\u0301", ". ", " ", "ទន្លេ", "\u200b"),
    { maxLength: 200 },
  );
  const typed = fc.constantFrom("bridge", "ស្ពាន", "橋*", "bri* ទន្លេ", "e*");
  fc.assert(
    fc.property(body, typed, (parts, query) => {
      const excerpt = excerptOf(parts.join(""), terms(query));
      if (excerpt === undefined) return;
      const boundaries = new Set(
        [...new Intl.Segmenter().segment(excerpt.text)].map((each) => each.index),
      );
      boundaries.add(excerpt.text.length);
      let last = 0;
      for (const [start, end] of excerpt.highlights) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect([boundaries.has(start), boundaries.has(end)]).toEqual([true, true]);
        last = end;
      }
      expect(excerpt.text.length).toBeLessThanOrEqual(excerptLength + 120);
    }),
  );
});
