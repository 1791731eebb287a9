import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { KnownWord } from "../archive/suggestions.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { GoOn } from "./patience.ts";
import { termPostings, type TermPostings } from "./postings.ts";
import { columnWeights } from "./score-texts.ts";

/**
 * Names in `meta`: whether texts were put whose words are not all counted; how many texts were taken out since the
 * words were counted; and while they are counted anew, the last word that was and how many texts were out by then.
 */
export const wordState: {
  readonly [name in "uncounted" | "forgotten" | "countedTo" | "countedWithout"]: string;
} = {
  uncounted: "uncounted",
  forgotten: "forgotten_texts",
  countedTo: "counted_to",
  countedWithout: "counted_without",
};

/** A statement that counts so many texts that are taken out. */
export function countForgotten(database: DatabaseSync): StatementSync {
  return database.prepare(
    `INSERT INTO meta (name, value) VALUES ('${wordState.forgotten}', ?)
    ON CONFLICT DO UPDATE SET value = value + excluded.value`,
  );
}

/** Notes that texts were put whose words are not all counted: counting begins anew. */
export function uncountedNoter(database: DatabaseSync): () => void {
  const note = database.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, 1)");
  const forget = database.prepare("DELETE FROM meta WHERE name = ?");
  return () => {
    note.run(wordState.uncounted);
    forget.run(wordState.countedTo);
  };
}

/** Some words, and whether there was time to find them all. */
export type CountedWords = { readonly words: readonly KnownWord[]; readonly complete: boolean };

/**
 * In how many articles words are. `terms` says it of what was put; of what was taken out since the words were
 * counted it does not know which words it had, so that it says too much, never too little. Then the articles
 * of a word are counted in the index itself.
 */
export class WordCounts {
  readonly #forgotten: StatementSync;
  readonly #most: StatementSync;
  readonly #beginning: StatementSync;
  readonly #postings: TermPostings;

  constructor(database: DatabaseSync) {
    this.#postings = termPostings(database, columnWeights);
    this.#forgotten = database.prepare("SELECT value FROM meta WHERE name = ?");
    this.#most = database.prepare("SELECT articles FROM terms WHERE term = ?");
    this.#beginning = database.prepare(
      "SELECT term, articles FROM terms WHERE term >= ? AND term < ? ORDER BY articles DESC, term",
    );
  }

  /** In how many articles a word is at most: in as many, while nothing was taken out. */
  atMost(word: string): number {
    return Number(this.#most.get(word)?.["articles"] ?? 0);
  }

  /** In how many articles a word is. */
  articles(word: string): number {
    const most = this.atMost(word);
    return most > 0 && this.#isTooMuch() ? this.#counted(word) : most;
  }

  /** The words with a beginning that are in most articles, those first, then by their letters. */
  commonest(beginning: string, limit: number, goOn: GoOn): CountedWords {
    const isTooMuch = this.#isTooMuch();
    const words: KnownWord[] = [];
    for (const found of this.#beginning.iterate(beginning, `${beginning}\u{10ffff}`)) {
      const word = String(found["term"]);
      const most = Number(found["articles"]);
      const last = words[limit - 1];
      // All that follow are in no more articles than this one may be.
      if (last !== undefined && !comesBefore({ word, articles: most }, last)) break;
      if (!goOn()) return { words, complete: false };
      const known = { word, articles: isTooMuch ? this.#counted(word) : most };
      if (known.articles === 0) continue;
      const place = words.findIndex((other) => comesBefore(known, other));
      words.splice(place === -1 ? words.length : place, 0, known);
      words.length = Math.min(words.length, limit);
    }
    return { words, complete: true };
  }

  #isTooMuch(): boolean {
    return Number(this.#forgotten.get(wordState.forgotten)?.["value"] ?? 0) > 0;
  }

  #counted(word: string): number {
    this.#postings.refresh();
    let count = 0;
    for (const { rows } of this.#postings.read(word)) count += rows.length;
    return count;
  }
}

function comesBefore(one: KnownWord, other: KnownWord): boolean {
  const difference = one.articles - other.articles;
  return difference > 0 || (difference === 0 && compareCodePoints(one.word, other.word) < 0);
}
