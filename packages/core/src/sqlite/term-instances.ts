import type { DatabaseSync, StatementSync } from "node:sqlite";
import { mostFrequent, placeOf } from "./posting-decoder.ts";
import type { Postings } from "./postings.ts";

/**
 * Reads which articles hold a term, and how often, as FTS5 itself tells it (`fts5vocab`): right for whatever
 * form its pages have, but at a microsecond for each time that a word occurs.
 */
export class TermInstances {
  readonly #weights: readonly number[];
  readonly #columns: readonly string[];
  readonly #select: StatementSync;

  /** `weights` are those of the columns of `words`, in their order. */
  constructor(database: DatabaseSync, weights: readonly number[]) {
    this.#weights = weights;
    this.#columns = database
      .prepare("SELECT name FROM pragma_table_info('words')")
      .all()
      .map(({ name }) => String(name));
    database.exec(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances USING fts5vocab(main, words, instance)",
    );
    this.#select = database.prepare("SELECT doc, col, offset FROM temp.instances WHERE term = ?");
  }

  /** The articles that hold a term. */
  read(term: string): readonly Postings[] {
    const weighted = new Map<number, number>();
    for (const { doc, col } of this.#select.iterate(term)) {
      const row = Number(doc);
      const weight = this.#weights[this.#columns.indexOf(String(col))] ?? 0;
      weighted.set(row, (weighted.get(row) ?? 0) + weight);
    }
    if (weighted.size === 0) return [];
    const rows = Float64Array.from(weighted.keys()).toSorted();
    const frequencies = Uint16Array.from(rows, (row) =>
      Math.min(weighted.get(row) ?? 0, mostFrequent),
    );
    return [{ rows, frequencies }];
  }

  places(term: string, rows: Float64Array): ReadonlyMap<number, readonly number[]> {
    const sought = new Set(rows);
    const found = new Map<number, number[]>();
    for (const { doc, col, offset } of this.#select.iterate(term)) {
      const row = Number(doc);
      if (!sought.has(row)) continue;
      const place = placeOf(this.#columns.indexOf(String(col)), Number(offset));
      found.set(
        row,
        [...(found.get(row) ?? []), place].toSorted((a, b) => a - b),
      );
    }
    return found;
  }

  /** FTS5 looks by itself. */
  refresh(): void {}
}
