import { expect, test } from "vitest";
import { maxQueryTerms, parseText } from "../../src/query/parse-text.ts";
import { stillTyping } from "../../src/query/still-typing.ts";

const word = (text: string, prefix = false) => ({ type: "word", text, prefix }) as const;
const phrase = (text: string) => ({ type: "phrase", text }) as const;

test("nothing typed, or nothing but signs, looks for nothing", () => {
  for (const typed of ["", "   ", '""', "- * ?"]) expect(parseText(typed)).toBeUndefined();
});

test("words must all occur", () => {
  expect(parseText("new Bridge")).toEqual({ type: "and", nodes: [word("new"), word("bridge")] });
});

test("a word alone is not a list of one", () => {
  expect(parseText("bridge")).toEqual(word("bridge"));
});

test.each(['"river bridge"', "“river bridge”", "«river bridge»", '"river bridge'])(
  "%s is a phrase",
  (typed) => {
    expect(parseText(typed)).toEqual(phrase("river bridge"));
  },
);

test("a hyphenated word is looked for in one piece", () => {
  expect(parseText("e-government")).toEqual(phrase("e government"));
});

test("a minus sign before a word or phrase leaves it out; inside a word it does not", () => {
  expect(parseText('bridge -ferry -"old pier"')).toEqual({
    type: "and",
    nodes: [
      word("bridge"),
      { type: "not", node: word("ferry") },
      { type: "not", node: phrase("old pier") },
    ],
  });
  expect(parseText("-ferry")).toEqual({ type: "not", node: word("ferry") });
});

test("an asterisk ends the beginning of a word", () => {
  expect(parseText("bri*")).toEqual(word("bri", true));
});

test("a sentence without spaces is looked for as it stands", () => {
  expect(parseText("ស្ពានថ្មី")).toEqual(phrase("ស្ពាន ថ្មី"));
});

test("while one types, the last word is a beginning", () => {
  expect(stillTyping({ type: "and", nodes: [word("new"), word("bri")] })).toEqual({
    type: "and",
    nodes: [word("new"), word("bri", true)],
  });
  expect(stillTyping(phrase("e gov"))).toEqual(word("e gov", true));
  const without = { type: "and", nodes: [{ type: "not", node: word("bri") }] } as const;
  expect(stillTyping(without)).toEqual(without);
});

test("a query of any length is read up to a limit", () => {
  const tree = parseText("word ".repeat(10_000));
  expect(tree?.type === "and" && tree.nodes.length).toBe(maxQueryTerms);
});
