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
  for (const [word] of text.matchAll(/\S+/g)) {
    if (mixed && unspaced.test(word)) {
      for (const { isWordLike } of segmenter.segment(word.replace(invisible, ""))) {
        if (isWordLike === true) count++;
      }
    } else if (letterOrDigit.test(word)) count++;
  }
  return count;
}

/** Words that adults read silently in a minute, over 190 studies (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const wordsPerMinute = 238;

/** Whole minutes to read so many words: at least 1 for any, 0 for none. */
export function readingMinutes(wordCount: number): number {
  return wordCount === 0 ? 0 : Math.max(1, Math.round(wordCount / wordsPerMinute));
}
