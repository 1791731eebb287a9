import { pairs } from "../text/pairs.ts";
import { SeenWords } from "../text/seen-words.ts";
import { wordLine } from "../text/words.ts";
import type { IndexText } from "./article-index.ts";

/** What is searched of an article, divided into its words. */
export type DividedText = {
  /** The fields, each as its words and then its pairs with one space between. */
  readonly fields: IndexText;
  /** Every word once, with one space between, or those that were not given before; pairs are none. */
  readonly words: string;
  /** Whether words that were given before are left out: they have to be counted when all are there. */
  readonly uncounted: boolean;
  /** How many words there are, pairs not counted. */
  readonly length: number;
};

/** Words of one language remembered as given; beyond these they are given once more: some 4 MB. */
const mostGiven = 100_000;

/**
 * Divides a text, which for scripts without spaces takes as long as to read the file.
 *
 * @param given the words that were given before; those of this text are added.
 */
export function divideText(
  { headline, description, keywords, body }: IndexText,
  given?: SeenWords,
): DividedText {
  const seen = given ?? new SeenWords();
  if (seen.size >= mostGiven) seen.clear();
  const words: string[] = [];
  let length = 0;
  const divided = (text: string): string => {
    const line = wordLine(text);
    length += seen.add(line, (word) => words.push(word));
    const ofPairs = pairs(text);
    return ofPairs.length === 0 ? line : `${line} ${ofPairs.map((pair) => pair.text).join(" ")}`;
  };
  const fields = {
    headline: divided(headline),
    description: divided(description),
    keywords: divided(keywords),
    body: divided(body),
  };
  return { fields, words: words.join(" "), uncounted: given !== undefined, length };
}
