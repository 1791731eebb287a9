import { joint } from "../text/pairs.ts";
import { wordsForIndex } from "../text/words.ts";
import type { IndexText } from "./article-index.ts";

/** What is searched of an article, divided into its words. */
export type DividedText = {
  /** The fields, each as its words and then its pairs (`wordsForIndex`) with one space between. */
  readonly fields: IndexText;
  /** Every word once, with one space between; pairs are none. */
  readonly words: string;
  /** How many words there are, pairs not counted. */
  readonly length: number;
};

/** Divides a text, which for scripts without spaces takes as long as to read the file. */
export function divideText({ headline, description, keywords, body }: IndexText): DividedText {
  const words = new Set<string>();
  let length = 0;
  const divided = (text: string): string => {
    const terms = wordsForIndex(text);
    for (const term of terms) {
      if (term.includes(joint)) break;
      words.add(term);
      length++;
    }
    return terms.join(" ");
  };
  const fields = {
    headline: divided(headline),
    description: divided(description),
    keywords: divided(keywords),
    body: divided(body),
  };
  return { fields, words: [...words].join(" "), length };
}
