import type { DatabaseSync, StatementSync } from "node:sqlite";

/** Pages written by one step of merging: some 5 ms, so that a question does not wait for it. */
const pagesAtOnce = 100;

/**
 * Merges the segments of `words`. Every change adds one, and a search looks into all of them. FTS5 would
 * merge on its own in the middle of a change, which then takes a hundred times as long
 * (https://sqlite.org/fts5.html#the_automerge_configuration_option): here it is done a little at a time.
 */
export class WordMerger {
  readonly #merge: StatementSync;
  readonly #changes: StatementSync;

  constructor(database: DatabaseSync) {
    this.#merge = database.prepare("INSERT INTO words (words, rank) VALUES ('merge', ?)");
    this.#changes = database.prepare("SELECT total_changes() AS number");
  }

  /** Merges a little where four segments or more are alike in size; false when there was nothing to do. */
  step(): boolean {
    const before = this.#written();
    this.#merge.run(pagesAtOnce);
    // The statement itself counts as one.
    return this.#written() - before > 1;
  }

  /** Has all segments become one by the steps that follow. */
  mergeAll(): void {
    this.#merge.run(-pagesAtOnce);
  }

  #written(): number {
    return Number(this.#changes.get()?.["number"]);
  }
}
