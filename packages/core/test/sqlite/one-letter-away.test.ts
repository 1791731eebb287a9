import { expect, it } from "vitest";
import { oneLetterAway } from "../../src/sqlite/one-letter-away.ts";

/** How likely it is that each was meant by a word, the likeliest first. */
const likeliest = (typed: string, ...meant: readonly string[]): readonly string[] =>
  meant.toSorted((a, b) => (oneLetterAway(typed).get(b) ?? 0) - (oneLetterAway(typed).get(a) ?? 0));

it.for([
  ["forgotten", "brige", "bridge"],
  ["swapped", "birdge", "bridge"],
  ["typed for another", "bridgw", "bridge"],
  ["typed besides", "bridgge", "bridge"],
  ["of Cyrillic", "мот", "мост"],
  ["of Arabic", "جس", "جسر"],
])("a letter %s is seen in %s", ([, typed = "", meant = ""]) => {
  expect(oneLetterAway(typed).has(meant)).toBe(true);
});

it("a word is not away from itself, and nothing is none", () => {
  expect(oneLetterAway("aa").has("aa")).toBe(false);
  expect(oneLetterAway("a").has("")).toBe(false);
});

it("forgotten letters are likelier than others, those beside it on the keyboard than distant ones, the first least", () => {
  expect(likeliest("cat", "cart", "car", "cap", "bat")).toEqual(["cart", "car", "cap", "bat"]);
});
