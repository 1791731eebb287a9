import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { wordList, words } from "../../src/text/words.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "ស្ពាន",
        "\u200b",
        "\u200d",
        "ทดสอบ",
        "新しい",
        "bridge",
        "l’été",
        " ",
        "-",
        "ß",
        "１",
      ),
    )
    .map((parts) => parts.join("")),
);

test("folding a folded text changes nothing", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test("words stand in order, apart from each other, inside their text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      for (const { start, end, text: word } of words(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(word).not.toBe("");
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("zero-width characters between words of Khmer change nothing", () => {
  const separators = fc.array(fc.constantFrom("", "\u200b", "\u200c"), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(separators, (chosen) => {
      const text = [..."ស្ពានថ្មីឆ្លងទន្លេ"];
      const marked = text
        .map((character, index) => character + (chosen[index % 12] ?? ""))
        .join("");
      const found = (value: string): string[] => [...words(value)].map((word) => word.text);
      expect(found(marked)).toEqual(found(text.join("")));
    }),
  );
});

test("the list of a text's words has each that stands in it, in order", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(wordList(text)).toEqual(Array.from(words(text), (word) => word.text));
    }),
  );
});
