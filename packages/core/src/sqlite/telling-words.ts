import type { IndexText } from "../archive/article-index.ts";
import { isStopWord } from "../text/stop-words.ts";
import { wordList } from "../text/words.ts";
import type { Leaf } from "./fts-term.ts";
import type { WordCounts } from "./word-counts.ts";

/** Words by which articles are compared, as many as Lucene's MoreLikeThis takes. */
const comparedBy = 25;

/**
 * No further words once these are in so many articles together: what tells least is in most of them, and each
 * article of a word takes some 0.1 µs with the word's other forms.
 */
const enoughArticles = 120_000;

/** But so many words at least, however common: fewer do not tell one article from another. */
const fewestCompared = 5;

/** A word counts for so many times at most: a table of figures is not about its unit. */
const mostTimes = 5;

/** What stands in a headline is what an article is about. */
const headlineTimes = 2;

/**
 * The words that tell an article from the others of an archive, those with the greatest tf-idf (Spärck Jones
 * 1972), each as often as it counts: looked for together, they find the articles that are related.
 */
export class TellingWords {
  readonly #counts: WordCounts;

  constructor(counts: WordCounts) {
    this.#counts = counts;
  }

  /** `count` is how many articles there are. */
  of(text: IndexText, language: string | undefined, count: number): readonly Leaf[] {
    const times = new Map<string, number>();
    const add = (words: readonly string[], by: number): void => {
      for (const word of words) times.set(word, Math.min(mostTimes, (times.get(word) ?? 0) + by));
    };
    add(wordList(text.headline), headlineTimes);
    for (const field of [text.description, text.keywords, text.body]) add(wordList(field), 1);
    let together = 0;
    const languages = language === undefined ? ["en"] : [language];
    return [...times]
      .filter(([word]) => word.length > 1 && !isStopWord(word, languages))
      .map(([word, frequency]) => {
        // One or two too many change nothing here, and to count each word would take long.
        const articles = this.#counts.atMost(word);
        return { word, frequency, articles, weight: frequency * idf(articles, count) };
      })
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .slice(0, comparedBy)
      .filter(({ articles }, place) => {
        together += articles;
        return place < fewestCompared || together <= enoughArticles;
      })
      .flatMap(({ word, frequency }) =>
        Array.from({ length: frequency }, (): Leaf => ({
          type: "word",
          text: word,
          prefix: false,
        })),
      );
  }
}

/** A word that no other article has relates it to none. */
function idf(articles: number, count: number): number {
  return articles < 2 ? 0 : Math.max(0, Math.log(count / articles));
}
