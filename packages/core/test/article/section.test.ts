import { describe, expect, it } from "vitest";
import { readSection, sectionKey } from "../../src/article/section.ts";

describe("readSection", () => {
  it.for([
    ["NATIONAL", "national", "National"],
    ["national", "national", "National"],
    ["ASIA PACIFIC", "asia-pacific", "Asia Pacific"],
    ["business and finance", "business-and-finance", "Business and Finance"],
    ["Société", "societe", "Société"],
    ["UK", "uk", "UK"],
    ["iPhone news", "iphone-news", "iPhone news"],
    ["វប្បធម៌", "វប្បធម៌", "វប្បធម៌"],
    ["国内", "国内", "国内"],
    ["  Arts & Culture ", "arts-culture", "Arts & Culture"],
  ])("reads %s", ([name, key, label]) => {
    expect(readSection(name ?? "")).toEqual({ written: name?.trim(), key, label });
  });

  it("finds none in a name without a letter or digit", () => {
    expect(readSection("—")).toBe(undefined);
  });
});

describe("sectionKey", () => {
  it("is the same however a section is written", () => {
    expect(
      new Set(["Asia Pacific", "ASIA-PACIFIC", "asia_pacific", " asia  pacific "].map(sectionKey))
        .size,
    ).toBe(1);
  });
});
