import { expect, it } from "vitest";
import { inCapitals } from "../../src/words/capitals.ts";

it.for([
  ["The River Gazette", "THE RIVER GAZETTE"],
  ["Société", "SOCIÉTÉ"],
  ["Новости 24", "НОВОСТИ 24"],
  ["ជាតិ", "ជាតិ"],
  ["国内", "国内"],
  ["Phnom Penh ភ្នំពេញ", "Phnom Penh ភ្នំពេញ"],
] as const)("%s is shown as %s", ([name, shown]) => {
  expect(inCapitals(name)).toBe(shown);
});
