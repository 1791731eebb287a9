import { expect, test } from "vitest";
import { fold } from "../../src/text/fold.ts";

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
