import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords, readingMinutes } from "../../src/article/word-count.ts";

describe("countWords", () => {
  it.for([
    ["", 0],
    ["Japan’s ferry – the vice-president’s – cost $1.76 billion.", 7],
    ["one\u00a0two\nthree\tfour", 4],
    ["… — – !", 0],
    ["ស្ពានថ្មីឆ្លងទន្លេ", 3],
    ["ស្ពាន\u200bថ្មី", 2],
    ["日本、", 1],
    ["The word ស្ពាន means bridge", 5],
    ["привет мир", 2],
  ] as const)("counts %j", ([text, count]) => {
    expect(countWords([text])).toBe(count);
  });

  it("counts what stands between spaces and holds a letter or digit", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aé1 -–\n\u00a0ж\u3000’") }), (text) => {
        const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
        expect(countWords([text])).toBe(words.length);
      }),
    );
  });
});

describe("countWords of several paragraphs", () => {
  it("is the sum over them, and over their lines, in whatever scripts", () => {
    const phrase = fc.constantFrom(
      "ស្ពានថ្មីឆ្លងទន្លេ",
      "ស្ពាន\u200bថ្មី",
      "大桥通车，",
      "เรือข้ามฟาก",
      "橋の上で2024年",
      "bridge",
      "𠮷野家",
      "— 12",
      "ကြေးမုံ",
    );
    const paragraph = fc.array(phrase, { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 5 }), (paragraphs) => {
        const each = paragraphs.flat().map((text) => countWords([text]));
        const texts = paragraphs.map((phrases) => phrases.join(" "));
        expect(countWords(texts)).toBe(each.reduce((sum, count) => sum + count, 0));
      }),
    );
  });
});

describe("readingMinutes", () => {
  it("is at least one for any text, and none for none", () => {
    expect([0, 1, 238, 356, 357, 543].map(readingMinutes)).toEqual([0, 1, 1, 1, 2, 2]);
  });
});
