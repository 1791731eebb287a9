import { ownCopy } from "./own-copy.ts";

/**
 * Letters that no Unicode decomposition takes apart, as people type them; the final sigma is a sigma. Arabic
 * alef wasla is an alef, alef maqsura and the Persian yeh are a yeh, ta marbuta is a heh, the Persian kaf is
 * a kaf: they are interchanged in print and on keyboards, and Lucene's ArabicNormalizer and
 * PersianNormalizer do the same. Below another letter the Khmer da looks as the ta does, and is typed for it.
 */
const strokes: Readonly<Record<string, string>> = {
  ł: "l",
  đ: "d",
  ð: "d",
  ø: "o",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ς: "σ",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ک: "ك",
  ដ: "ត",
};

/** The zeros of the decimal digits of Unicode 15 outside ASCII and the compatibility forms. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
  0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0,
  0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
] as const;

const digits: ReadonlyMap<string, string> = new Map(
  zeros.flatMap(
    (zero) =>
      Array.from({ length: 10 }, (_, digit) => [
        String.fromCodePoint(zero + digit),
        String(digit),
      ]) satisfies [string, string][],
  ),
);

// eslint-disable-next-line no-control-regex -- ASCII is the range that needs only lower case
const ascii = /^[\x00-\x7f]*$/;
const foldable = /[łđðøħŧıßæœþςٱىیةک]|(?<=\u17d2)ដ|(?![0-9])\p{Nd}/gu;

/**
 * Marks that readers leave out or put in as they please: the accents of Latin, Greek and Cyrillic, the vowel
 * signs and the stretching of Arabic, what stands on an alef, the points of Hebrew. In й, ў, ї, ѓ and ќ the
 * mark makes another letter, as every keyboard of their languages has it; ё is commonly written е.
 */
const marks =
  /([иу]\u0306|і\u0308|[гк]\u0301)|[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670]|(?<=ا)[\u0653-\u0655]/g;

/**
 * What stands between or inside words without being seen: zero-width space and joiners, soft hyphen, and
 * the sign that pairs are joined with (`pairs.ts`).
 */
export const invisible: RegExp = /[\u200b-\u200d\u00ad\u2060\ue000]/g;

/** Ligatures, and the wide and narrow forms of East Asian type: the compatibility forms that words come in. */
const compatible = /[\ufb00-\ufb06\uff00-\uffef]+/g;

/** A text in the one spelling that a dictionary of words knows: composed, of usual width, nothing invisible. */
export function usualForm(text: string): string {
  return text
    .replace(compatible, (forms) => forms.normalize("NFKC"))
    .replace(invisible, "")
    .normalize("NFC");
}

/** Words and letters remembered folded: those of some languages with what is common in them, a few megabytes. */
const mostFolded = 20_000;

/** Longest word that is remembered, in UTF-16 units: a longer one is a picture or a key in letters, and comes once. */
const longestFolded = 64;
const folded = new Map<string, string>();

/** `fold` for what comes again and again, as the words of a text: to fold each anew would take ten times as long. */
export function foldOften(text: string): string {
  if (text.length > longestFolded) return fold(text);
  let known = folded.get(text);
  if (known === undefined) {
    known = fold(text);
    if (folded.size >= mostFolded) folded.clear();
    folded.set(ownCopy(text), known);
  }
  return known;
}

/**
 * A word as it is compared: without case, accents, strokes, joiners and wide or narrow forms, and
 * with the digits of every script as ASCII ones. Vowel signs of scripts such as Khmer stay.
 * `fold(fold(x)) === fold(x)`.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return usualForm(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(marks, (_, letter: string | undefined) => letter ?? "")
    .replace(foldable, (character) => strokes[character] ?? digits.get(character) ?? character)
    .normalize("NFC");
}
