import type { DatabaseSync, StatementSync } from "node:sqlite";

/**
 * Removals that are told at least, to those who ask what has changed: about 15 MB. Whoever asks after more of
 * them reads all articles once, which is little more.
 */
export const mostRemovals = 100_000;

/** Forgets the oldest removals when there are too many, and notes the last write whose removals are forgotten. */
export class RemovalForgetter {
  readonly #most: number;
  readonly #last: StatementSync;
  readonly #forget: StatementSync;
  readonly #note: StatementSync;

  constructor(database: DatabaseSync, most: number = mostRemovals) {
    this.#most = most;
    // A write's removals are forgotten together. Their numbers have no gaps.
    this.#last = database.prepare(`
      SELECT sequence - 1 AS sequence FROM removals
      WHERE number = (SELECT max(number) FROM removals) - ?`);
    this.#forget = database.prepare("DELETE FROM removals WHERE sequence <= ?");
    this.#note = database.prepare(
      "INSERT OR REPLACE INTO meta (name, value) VALUES ('removals_forgotten', ?)",
    );
  }

  /** Within a transaction that writes. */
  forgetOld(): void {
    const sequence = this.#last.get(this.#most)?.["sequence"];
    if (sequence === undefined) return;
    if (this.#forget.run(Number(sequence)).changes > 0) this.#note.run(Number(sequence));
  }
}
