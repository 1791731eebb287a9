/** Letters that no Unicode decomposition takes apart, as people type them; the final sigma is a sigma. */
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
const foldable = /[łđðøħŧıßæœþς]|(?![0-9])\p{Nd}/gu;
const accents = /[\u0300-\u036f]/g;

/** What stands between or inside words without being seen: zero-width space and joiners, soft hyphen. */
export const invisible: RegExp = /[\u200b-\u200d\u00ad\u2060]/g;

/** Ligatures, and the wide and narrow forms of East Asian type: the compatibility forms that words come in. */
const compatible = /[\ufb00-\ufb06\uff00-\uffef]+/g;

/** A text in the one spelling that a dictionary of words knows: composed, of usual width, nothing invisible. */
export function usualForm(text: string): string {
  return text
    .replace(compatible, (forms) => forms.normalize("NFKC"))
    .replace(invisible, "")
    .normalize("NFC");
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
    .replace(accents, "")
    .replace(foldable, (character) => strokes[character] ?? digits.get(character) ?? character)
    .normalize("NFC");
}
