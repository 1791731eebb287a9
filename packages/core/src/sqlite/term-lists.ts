import type { Columns } from "./columns.ts";
import type { TermPostings } from "./postings.ts";
import { positionsOf } from "./row-positions.ts";
import type { Forms } from "./term-reader.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Some of the articles that hold a term. */
export type TermList = {
  /** Ascending. */
  readonly positions: Uint32Array;
  /** How often each holds it, with each time weighted by its column. */
  readonly frequencies: Float32Array;
};

/** Articles kept of the terms that were asked for last, since finding and ranking ask for the same: 8 MB. */
const keptArticles = 1_000_000;

/** Which articles of one generation hold a term. */
export class TermLists {
  readonly #postings: TermPostings;
  readonly #columns: Columns;
  readonly #vocabulary: Vocabulary;
  readonly #known = new Map<string, readonly TermList[]>();
  #kept = 0;

  constructor(postings: TermPostings, vocabulary: Vocabulary, columns: Columns) {
    this.#postings = postings;
    this.#vocabulary = vocabulary;
    this.#columns = columns;
  }

  /** The articles that hold a term, each in one of the lists. */
  read(term: string): readonly TermList[] {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const lists = this.#postings.read(term).map(({ rows, frequencies }) => ({
      positions: positionsOf(rows, this.#columns),
      frequencies,
    }));
    this.#kept += lists.reduce((sum, { positions }) => sum + positions.length, 0);
    if (this.#kept > keptArticles) {
      this.#known.clear();
      this.#kept = 0;
    } else this.#known.set(term, lists);
    return lists;
  }

  /**
   * The positions, ascending, of the articles that hold one of some terms, or one of some forms in their
   * language; undefined when there was no time.
   */
  holdingAny(
    terms: readonly string[],
    forms: readonly Forms[],
    goOn: () => boolean,
  ): Uint32Array | undefined {
    const found = new Uint8Array(this.#columns.count);
    let count = 0;
    const add = (term: string, only?: string): void => {
      for (const { positions } of this.read(term)) {
        for (let index = 0; index < positions.length; index++) {
          const position = positions[index] ?? 0;
          if (found[position] === 1 || (only !== undefined && this.#languageAt(position) !== only))
            continue;
          found[position] = 1;
          count++;
        }
      }
    };
    for (const term of terms) {
      if (!goOn()) return undefined;
      add(term);
    }
    for (const form of forms) {
      for (const term of form.terms) add(term, form.language);
    }
    const all = new Uint32Array(count);
    let next = 0;
    for (let position = 0; next < count; position++)
      if (found[position] === 1) all[next++] = position;
    return all;
  }

  #languageAt(position: number): string | undefined {
    return this.#vocabulary.stemLanguage(this.#columns.numbers.lang[position] ?? 0);
  }
}
