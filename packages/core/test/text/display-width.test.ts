import { describe, expect, it } from "vitest";
import { displayWidth } from "../../src/text/display-width.ts";

describe("the width of a text in columns", () => {
  it.for([
    ["", 0],
    ["plain ASCII", 11],
    ["naïve café", 10],
    ["កម្ពុជា", 5],
    ["ប្រធានាធិបតី", 9],
    ["สะพาน", 5],
    ["น้ำ", 2],
    ["ນ້ຳ", 2],
    ["新しい橋", 8],
    ["ﾊｼ", 2],
    ["다리", 4],
    ["नमस्ते", 4],
    ["e\u0301", 1],
    ["a\u200bb", 2],
    ["👨‍👩‍👧", 2],
    ["▌━│…·", 5],
  ] as const)("of “%s” is %i", ([text, width]) => {
    expect(displayWidth(text)).toBe(width);
  });

  it("is the same when a text is measured again after thousands of others", () => {
    const first = displayWidth("ស្ពានថ្មី");
    for (let index = 0; index < 5_000; index++) displayWidth(`ស្ពាន ${index}`);
    expect(displayWidth("ស្ពានថ្មី")).toBe(first);
  });
});
