import { describe, expect, it } from "vitest";
import { didYouMean } from "../../src/query/did-you-mean.ts";

describe("didYouMean", () => {
  it.for([
    ["sektion", "section"],
    ["scetion", "section"],
    ["SECTION", "section"],
    ["limits", "limit"],
    ["lmit", "limit"],
    ["form", "from"],
    ["ot", "to"],
  ])("takes %s for %s", ([typed = "", meant]) => {
    expect(didYouMean(typed, ["section", "limit", "from", "to"])).toBe(meant);
  });

  it.for(["", "weather", "x", "sec", "s".repeat(10_000)])("takes %s for nothing", (typed) => {
    expect(didYouMean(typed, ["section", "limit", "from"])).toBeUndefined();
  });

  it("takes the nearest, and of equally near ones the first", () => {
    expect(didYouMean("sections", ["sectors", "section"])).toBe("section");
    expect(didYouMean("cat", ["bat", "rat"])).toBe("bat");
  });

  it("does not offer one letter for another", () => {
    expect(didYouMean("x", ["q"])).toBeUndefined();
  });
});
