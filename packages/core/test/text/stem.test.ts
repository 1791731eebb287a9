import { expect, test } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { stem, stemLanguage } from "../../src/text/stem.ts";

test.each([
  ["en", "bridges", "bridge"],
  ["en", "crossed", "crossing"],
  ["fr", "écoles", "école"],
  ["de", "Brücken", "Brücke"],
  ["es", "puentes", "puente"],
  ["it", "ponti", "ponte"],
  ["pt", "pontes", "ponte"],
  ["nl", "landen", "land"],
  ["sv", "flickorna", "flickor"],
  ["ru", "мостами", "моста"],
  ["ar", "المدارس", "مدارس"],
])("in %s, %s and %s are forms of one word", (language, one, other) => {
  expect(stem(fold(one), language)).toBe(stem(fold(other), language));
});

test.each(["constructor", "tostring", "__proto__", "a", "ទន្លេ", "2024", "x".repeat(100_000)])(
  "%#: what is no word of the language is its own stem, however odd",
  (word) => {
    for (const language of ["en", "fr", "ru", "ar", "fi"]) {
      expect(typeof stem(word, language)).toBe("string");
    }
    expect(stem("ទន្លេ", "en")).toBe("ទន្លេ");
  },
);

test("a language is known by its tag, and some languages have no stems", () => {
  expect(stemLanguage("en-GB")).toBe("en");
  expect(stemLanguage("km")).toBeUndefined();
  expect(stemLanguage(undefined)).toBeUndefined();
  expect(stem("bridges", undefined)).toBe("bridges");
});
