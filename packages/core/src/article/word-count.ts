import { segmentsOf } from "../text/segmenters.ts";

/** Scripts written without spaces between words. */
const unspaced =
  /[\p{sc=Khmr}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Tibt}]/u;

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Characters that stand inside or between words unseen; people place them inconsistently. */
const invisible = /[\u200b-\u200d\u00ad\u2060]/g;

/**
 * Words as a person counts them: what stands between spaces and holds a letter or digit; in scripts without
 * spaces, what ICU's dictionaries find (UAX #29).
 *
 * @param texts paragraphs: a word does not go on from one to the next.
 */
export function countWords(texts: readonly string[]): number {
  let count = 0;
  // ICU finds the same words in many stretches at once as in each, and to begin costs it what 60 letters do.
  let toDivide = "";
  for (const text of texts) {
    const words = spacedWords(text);
    if (words !== undefined) count += words;
    else {
      for (const stretch of text.split(/\s+/)) {
        if (unspaced.test(stretch)) toDivide += `${stretch}\n`;
        else if (letterOrDigit.test(stretch)) count++;
      }
    }
  }
  return toDivide === "" ? count : count + dictionaryWords(toDivide);
}

function dictionaryWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmentsOf(text.replace(invisible, ""))) {
    if (isWordLike === true) count++;
  }
  return count;
}

/** What a UTF-16 unit is: bits, so that counting takes no decision at each. */
const isWord = 1;
const isSpace = 2;
/** A script without spaces, or half a character: such text is looked at more closely. */
const isOther = 4;
/** Not yet known. */
const isNew = 8;
const known = new Uint8Array(0x10000).fill(isNew);

/** The words of a text whose scripts all have spaces; undefined for any other. */
function spacedWords(text: string): number | undefined {
  let count = 0;
  let inWord = 0;
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let bits = known[unit] ?? 0;
    if (bits === isNew) bits = known[unit] = bitsOf(text.charAt(at));
    seen |= bits;
    const ends = (bits >> 1) & 1;
    count += inWord & ends;
    inWord = (inWord | bits) & 1 & ~ends;
  }
  return (seen & isOther) === 0 ? count + inWord : undefined;
}

function bitsOf(unit: string): number {
  if (/\s/.test(unit)) return isSpace;
  if (unspaced.test(unit) || /[\ud800-\udfff]/.test(unit)) return isOther;
  return letterOrDigit.test(unit) ? isWord : 0;
}

/** Words that adults read silently in a minute, over 190 studies (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238;

/** Whole minutes to read so many words: at least 1 for any, 0 for none. */
export function readingMinutes(wordCount: number): number {
  return wordCount === 0 ? 0 : Math.max(1, Math.round(wordCount / wordsPerMinute));
}
