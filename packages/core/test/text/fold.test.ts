import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { fold, foldOften } from "../../src/text/fold.ts";

test.each([
  ["Café", "cafe"],
  ["cafe\u0301", "cafe"],
  ["ŁÓDŹ", "lodz"],
  ["Đà Nẵng", "da nang"],
  ["straße", "strasse"],
  ["STRASSE", "strasse"],
  ["ＡＢＣ１２", "abc12"],
  ["İstanbul", "istanbul"],
  ["ﬁsh", "fish"],
  ["Œuvre", "oeuvre"],
  ["co\u00adoperate", "cooperate"],
  ["Ёлка", "елка"],
  ["Άθήνα", "αθηνα"],
  ["ΟΔΟΣ", "οδοσ"],
  ["إسلام", "اسلام"],
  ["مُدَرِّسَة", "مدرسه"],
  ["العـــربية", "العربيه"],
  ["ایران", "ايران"],
  ["שָׁלוֹם", "שלום"],
  ["ប្ដី", "ប្តី"],
  ["ដី", "ដី"],
])("%s is compared as %s", (written, folded) => {
  expect(fold(written)).toBe(folded);
});

test.each([
  ["១២៣", "123"],
  ["٤٥٦", "456"],
  ["๗๘๙", "789"],
  ["۱۲", "12"],
  ["२०२४", "2024"],
])("the digits %s are the number %s", (written, folded) => {
  expect(fold(written)).toBe(folded);
});

test.each(["чай", "київ", "ѓавол", "воўк", "سائل"])(
  "%s keeps the mark that makes another letter",
  (word) => {
    expect(fold(word)).toBe(word);
  },
);

test.each(["កម្ពុជា", "น้ำใจ", "नमस्ते", "がぎぐ", "한국어"])(
  "the marks of %s are letters of it and stay",
  (word) => {
    expect(fold(word)).toBe(word.normalize("NFC"));
  },
);

test("what is folded often is folded the same, and long runs of letters are not remembered", () => {
  expect(["Café", "Café", "É".repeat(100)].map(foldOften)).toEqual([
    "cafe",
    "cafe",
    "e".repeat(100),
  ]);
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  const heap = (): number => {
    if (typeof collect === "function") collect();
    return process.memoryUsage().heapUsed;
  };
  const before = heap();
  for (let number = 0; number < 400; number++) foldOften(`${"x".repeat(50_000)}${String(number)}`);
  expect(heap() - before).toBeLessThan(10_000_000);
});
