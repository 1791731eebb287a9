/** Scripts written without spaces between words. */
const unspaced =
  /[\p{sc=Khmr}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Tibt}]/u;

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Characters that stand inside or between words unseen; people place them inconsistently. */
const invisible = /[\u200b-\u200d\u00ad\u2060]/g;

/** One for the whole process: dictionaries are chosen by script, whatever the language. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Words as a person counts them: what stands between spaces and holds a letter or digit; in scripts without
 * spaces, what ICU's dictionaries find (UAX #29).
 */
export function countWords(text: string): number {
  const mixed = unspaced.test(text);
  let count = 0;
  let start = 0;
  let isWord = false;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    if (!isSpace(unit)) {
      isWord ||=
        unit < 0x80 ? isAsciiWord(unit) : mixed || letterOrDigit.test(characterAt(text, at));
      continue;
    }
    if (isWord) count += mixed ? wordsIn(text.slice(start, at)) : 1;
    isWord = false;
    start = at + 1;
  }
  return count;
}

/** Words in what stands between two spaces. */
function wordsIn(text: string): number {
  if (!unspaced.test(text)) return letterOrDigit.test(text) ? 1 : 0;
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text.replace(invisible, ""))) {
    if (isWordLike === true) count++;
  }
  return count;
}

function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return unit === 0xa0 || (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)));
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
}

/** The character at a place, which for most is one UTF-16 unit. */
function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

/** Words that adults read silently in a minute, over 190 studies (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238;

/** Whole minutes to read so many words: at least 1 for any, 0 for none. */
export function readingMinutes(wordCount: number): number {
  return wordCount === 0 ? 0 : Math.max(1, Math.round(wordCount / wordsPerMinute));
}
