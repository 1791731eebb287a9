import type { DatabaseSync, StatementSync } from "node:sqlite";
import { joint } from "../text/pairs.ts";
import type { WordMerger } from "./merge-words.ts";
import { wordState } from "./word-counts.ts";

/** Words are counted anew when one text in so many was taken out since, so that it costs as little as it brings. */
const forgottenShare = 1 / 1_000;

const { uncounted, forgotten: forgottenTexts, countedTo, countedWithout } = wordState;

/** Milliseconds of counting at once, so that a question does not wait for it. */
const stepMs = 5;

/**
 * Counts words anew, a little at a time: `terms` says too much where texts were taken out (`word-counts.ts`), and
 * too little where many were put at once. Texts that come meanwhile count as they come; what goes meanwhile is for
 * the next time.
 */
export class WordRecounter {
  readonly #database: DatabaseSync;
  readonly #merger: WordMerger;
  readonly #state: StatementSync;
  readonly #setState: StatementSync;
  readonly #known: StatementSync;
  readonly #put: StatementSync;
  readonly #remove: StatementSync;

  constructor(database: DatabaseSync, merger: WordMerger) {
    this.#database = database;
    this.#merger = merger;
    this.#state = database.prepare("SELECT value FROM meta WHERE name = ?");
    this.#setState = database.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)");
    this.#known = database.prepare(
      "SELECT term, articles FROM terms WHERE term > ?1 AND (?2 IS NULL OR term <= ?2)",
    );
    this.#put = database.prepare("INSERT OR REPLACE INTO terms (term, articles) VALUES (?, ?)");
    this.#remove = database.prepare("DELETE FROM terms WHERE term = ?");
  }

  /** Whether texts were put whose words are not all counted, and no more are awaited. */
  isBehind(): boolean {
    return this.#number(uncounted) > 0 && this.#number("awaited") === 0;
  }

  /** Counts some words; false when there is nothing to count. */
  step(): boolean {
    if (this.#text(countedTo) === "" && !this.#isDue()) return false;
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const from = this.#text(countedTo);
      const forgotten = this.#number(forgottenTexts);
      if (from === "") {
        this.#setState.run(countedWithout, forgotten);
        // So much was put that the words are better merged into one segment.
        if (this.isBehind()) this.#merger.mergeAll();
      }
      const { counts, last } = this.#countAfter(from);
      for (const { term, articles } of this.#known.all(from, last ?? null)) {
        const word = String(term);
        const count = counts.get(word);
        if (count === undefined) this.#remove.run(word);
        else if (count === articles) counts.delete(word);
      }
      for (const [word, count] of counts) this.#put.run(word, count);
      this.#setState.run(countedTo, last ?? "");
      if (last === undefined) {
        this.#setState.run(forgottenTexts, forgotten - this.#number(countedWithout));
        this.#setState.run(uncounted, 0);
      }
      this.#database.exec("COMMIT");
      return true;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #isDue(): boolean {
    if (this.isBehind()) return true;
    const forgotten = this.#number(forgottenTexts);
    return forgotten > 0 && forgotten >= this.#number("articles") * forgottenShare;
  }

  /** In how many articles the words after one are, and the last of them; without it these are all. */
  #countAfter(from: string): { readonly counts: Map<string, number>; readonly last?: string } {
    this.#database.exec(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_rows USING fts5vocab(main, words, row)",
    );
    const select = this.#database.prepare("SELECT term, doc FROM temp.word_rows WHERE term > ?");
    const end = performance.now() + stepMs;
    const counts = new Map<string, number>();
    for (const { term, doc } of select.iterate(from)) {
      const word = String(term);
      if (!word.includes(joint)) counts.set(word, Number(doc));
      if (performance.now() > end) return { counts, last: word };
    }
    return { counts };
  }

  #text(name: string): string {
    return String(this.#state.get(name)?.["value"] ?? "");
  }

  #number(name: string): number {
    return Number(this.#state.get(name)?.["value"] ?? 0);
  }
}
