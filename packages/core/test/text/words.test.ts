import { expect, test } from "vitest";
import { words } from "../../src/text/words.ts";

const texts = (text: string): string[] => [...words(text)].map((word) => word.text);

test("punctuation, apostrophes and hyphens separate words", () => {
  expect(texts("“Don’t,” said e-government.")).toEqual(["don", "t", "said", "e", "government"]);
});

test("scripts without spaces are divided by a dictionary", () => {
  expect(texts("ចុះហត្ថលេខា")).toEqual(["ចុះហត្ថលេខា"]);
  expect(texts("新しい橋が開通した")).toContain("橋");
  expect(texts("น้ำใจคนไทย").length).toBeGreaterThan(1);
});

test("a word keeps its place in the text, with the invisible characters inside it", () => {
  const text = "ក្រុង\u200bភ្នំពេញ";
  const found = [...words(text)];
  expect(found.map((word) => text.slice(word.start, word.end)).join("")).toContain("ភ្នំពេញ");
  expect(found.at(-1)?.end).toBe(text.length);
});

test("two scripts in one run are divided where they meet", () => {
  expect(texts("2024年に")[0]).toBe("2024");
});
