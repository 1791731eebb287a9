import { describe, expect, it } from "vitest";
import { saysTheSame } from "../../src/article/headline.ts";

describe("saysTheSame", () => {
  it.for([
    ["The ferry stops", "the FERRY stops."],
    ["Le pont avance", "« Le pont avance »"],
    ["ស្ពាន\u200bថ្មី", "ស្ពានថ្មី"],
    ["Café", "Cafe\u0301"],
    ["🚢", "🚢"],
  ])("takes %s and %s for the same", ([one, other]) => {
    expect(saysTheSame(one ?? "", other ?? "")).toBe(true);
  });

  it.for([
    ["The ferry stops", "The ferry stopped"],
    ["កា", "កី"],
    ["🚢", "🌉"],
  ])("tells %s and %s apart", ([one, other]) => {
    expect(saysTheSame(one ?? "", other ?? "")).toBe(false);
  });
});
