import { expect, test } from "vitest";
import { joint, pairRow, pairs } from "../../src/text/pairs.ts";

const shown = (text: string): string[] =>
  Array.from(pairs(text), (pair) => pair.text.replace(joint, "|"));

test("neighbouring letters make pairs, and the last of a row stands alone", () => {
  expect(shown("新しい橋。")).toEqual(["新|し", "し|い", "い|橋", "橋|"]);
  expect(shown("bridge")).toEqual([]);
});

test("a letter is taken with its marks and what is stacked below it", () => {
  expect(shown("ភ្នំពេញ")).toEqual(["ភ្នំ|ពេ", "ពេ|ញ", "ញ|"]);
});

test("spaces between letters do not count, seen or not; punctuation does", () => {
  const plain = shown("ក្រុងភ្នំពេញ");
  expect(shown("ក្រុង\u200bភ្នំពេញ")).toEqual(plain);
  expect(shown("ក្រុង ភ្នំ\u200cពេញ")).toEqual(plain);
  expect(shown("橋、川")).toEqual(["橋|", "川|"]);
});

test("a number or a word of another script is a letter's neighbour", () => {
  expect(shown("2024年に the")).toEqual(["2024|年", "年|に", "に|the"]);
});

test("pairs know where they stand in the text", () => {
  const text = "a 新\u200bし";
  const [, second] = [...pairs(text)];
  expect(second).toMatchObject({ start: 2, end: 5, firstEnd: 3 });
});

test("a row of letters that is looked for has one pair less than letters", () => {
  const row = (text: string): string[] | undefined =>
    pairRow(text)?.map((pair) => pair.replace(joint, "|"));
  expect(row("新しい橋")).toEqual(["新|し", "し|い", "い|橋"]);
  expect(row("橋")).toEqual([]);
  expect(row("new york 市")).toBeUndefined();
  expect(row("橋 \u0301 川")).toEqual(["橋|川"]);
});
