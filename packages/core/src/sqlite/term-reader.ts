import type { DatabaseSync, StatementSync } from "node:sqlite";
import { stem } from "../text/stem.ts";

/** Most words that the beginning of one stands for: those in most articles. Beyond, an answer is not exact. */
export const maxExpansions = 64;

/**
 * No further words once these are in so many articles together: with two letters most articles match whatever
 * is added, and a reader who types on waits for it (5 ms of reading).
 */
const enoughArticles = 100_000;

/** The other forms of a word in a language. */
export type Forms = { readonly language: string; readonly terms: readonly string[] };

/** The words that begin alike, those in most articles first, and whether these are all. */
export type Expansion = { readonly terms: readonly string[]; readonly complete: boolean };

/** Looks up words of the index. */
export class TermReader {
  readonly #forms: StatementSync;
  readonly #exists: StatementSync;
  readonly #beginning: StatementSync;

  constructor(database: DatabaseSync) {
    this.#forms = database.prepare("SELECT term FROM forms WHERE language = ? AND stem = ?");
    this.#exists = database.prepare("SELECT 1 FROM terms WHERE term = ?");
    this.#beginning = database.prepare(`
      SELECT term, articles FROM terms WHERE term >= ? AND term < ? ORDER BY articles DESC, term LIMIT ?`);
  }

  /** The forms of a word beside itself, in each of some languages that have any. */
  forms(word: string, languages: readonly string[]): readonly Forms[] {
    return languages.flatMap((language) => {
      const stemmed = stem(word, language);
      const found = this.#forms.all(language, stemmed).map(({ term }) => String(term));
      if (
        stemmed !== word &&
        this.#exists.get(stemmed) !== undefined &&
        stem(stemmed, language) === stemmed
      )
        found.push(stemmed);
      const terms = found.filter((term) => term !== word);
      return terms.length === 0 ? [] : [{ language, terms }];
    });
  }

  /** The words with a beginning. */
  beginningWith(beginning: string): Expansion {
    const found = this.#beginning.all(beginning, `${beginning}\u{10ffff}`, maxExpansions + 1);
    const terms: string[] = [];
    let together = 0;
    for (const { term, articles } of found) {
      if (terms.length === maxExpansions || together >= enoughArticles) break;
      terms.push(String(term));
      together += Number(articles);
    }
    return { terms, complete: terms.length === found.length };
  }
}
