/** A letter of a script written without spaces between words. */
export const isUnspaced = 1;
/** Any other letter, digit or mark, and what is private. */
export const isSpaced = 2;
/** A mark, which belongs to the letter before it. */
export const isMark = 4;
/** A letter of any script. */
export const isLetter = 8;
/** After it a consonant is stacked below: the Khmer coeng, the Burmese virama, the Tai Tham sakot. */
export const isStacker = 16;
/** Stands between or inside words without being seen. */
export const isUnseen = 32;
export const isSpace = 64;
/** Private: it is part of no word that goes on after what is unseen. */
export const isPrivate = 128;

/** Scripts written without spaces between words, for a class of a regular expression. */
export const unspacedScripts: string = String.raw`\p{sc=Khmr}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Tale}\p{sc=Talu}\p{sc=Lana}`;

/** A letter of a script written without spaces between words. */
export const unspaced: RegExp = new RegExp(`(?=[\\p{L}\\p{Mn}\\p{Mc}])[${unspacedScripts}]`, "u");

const ofWords = /[\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}]/u;
const tests: readonly (readonly [kind: number, test: RegExp])[] = [
  [isUnspaced, unspaced],
  // The marks of half-width kana are letters to Unicode.
  [isMark, /[\p{Mn}\p{Mc}\uff9e\uff9f]/u],
  [isLetter, /\p{L}/u],
  [isStacker, /[\u17d2\u1039\u1a60]/],
  [isUnseen, /[\u200b-\u200d\u00ad\u2060\ue000]/],
  [isSpace, /\s/],
  [isPrivate, /\p{Co}/u],
];

function kindsAnew(character: string): number {
  let kinds = 0;
  for (const [kind, test] of tests) if (test.test(character)) kinds |= kind;
  return (kinds & isUnspaced) === 0 && ofWords.test(character) ? kinds | isSpaced : kinds;
}

/** Set once a character was met: what is never met costs no memory. */
const isKnown = 256;
const known = new Uint16Array(0x110000);

/** What a character is, as bits; none for what is no code point, as the end of a text. */
export function kindsOf(codePoint: number | undefined): number {
  if (codePoint === undefined) return 0;
  let kinds = known[codePoint] ?? 0;
  if (kinds === 0) {
    kinds = kindsAnew(String.fromCodePoint(codePoint)) | isKnown;
    known[codePoint] = kinds;
  }
  return kinds;
}
