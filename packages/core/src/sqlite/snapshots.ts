import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Columns } from "./columns.ts";
import { FacetCounter } from "./facet-counter.ts";
import type { TextFinder } from "./find-text.ts";
import { Room } from "./kept-by-size.ts";
import { KeptColumns } from "./kept-columns.ts";
import { MatchLists } from "./match-lists.ts";
import { readColumns } from "./read-columns.ts";

/**
 * Bytes kept for questions that come again: what six words of most articles take while they are found and
 * ranked, and some more.
 */
const [leastKept, keptPerArticle] = [4 * 2 ** 20, 12];

/** Bytes kept for counts of values, those of some fifteen questions: lists, of which one is larger, push none out. */
const countsKept = 2 ** 20;

/** What belongs to one generation of the index. */
export type Snapshot = {
  readonly generation: string;
  readonly columns: Columns;
  readonly lists: MatchLists;
  readonly facets: FacetCounter;
};

/** Holds what the last question needed of its generation, and makes of it what the next one does. */
export class Snapshots {
  readonly #database: DatabaseSync;
  readonly #finder: TextFinder;
  readonly #generation: StatementSync;
  readonly #kept: KeptColumns;
  #last: Snapshot | undefined;

  constructor(database: DatabaseSync, finder: TextFinder) {
    this.#database = database;
    this.#finder = finder;
    this.#generation = database.prepare(
      "SELECT group_concat(value, '.' ORDER BY name) AS generation FROM meta WHERE name IN ('epoch', 'sequence')",
    );
    this.#kept = new KeptColumns(database);
  }

  /** The generation of the transaction that is open. */
  generation(): string {
    return String(this.#generation.get()?.["generation"]);
  }

  /** Whether all of the generation is at hand. */
  isAtHand(): boolean {
    return this.#last?.generation === this.generation();
  }

  /** To be called when a question begins: what was dropped in others is given back. */
  current(): Snapshot {
    this.#finder.room.freeUnused();
    const generation = this.generation();
    if (this.#last?.generation === generation) return this.#last;
    const before = this.#last
      ? { columns: this.#last.columns, sequence: sequenceOf(this.#last.generation) }
      : this.#kept.read();
    const columns = readColumns(this.#database, before);
    if (this.#last?.columns === columns) return (this.#last = { ...this.#last, generation });
    // Nobody has them any more, and they are as much as all else.
    this.#last?.columns.memory.buffer.transfer(0);
    return (this.#last = { ...this.#snapshotOf(columns), generation });
  }

  #snapshotOf(columns: Columns): Omit<Snapshot, "generation"> {
    const { room } = this.#finder;
    room.clear(leastKept + keptPerArticle * columns.count);
    const lists = new MatchLists(this.#finder, columns, room);
    return { columns, lists, facets: new FacetCounter(lists, columns, new Room(countsKept)) };
  }

  /** Keeps the columns for the next opening, where it is worth it. */
  keep(): void {
    if (!this.#kept.isOutdated()) return;
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const { columns, generation } = this.current();
      this.#kept.keep({ columns, sequence: sequenceOf(generation) });
      this.#database.exec("COMMIT");
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  forget(): void {
    this.#last = undefined;
  }
}

function sequenceOf(generation: string): number {
  return Number(generation.split(".")[1]);
}
