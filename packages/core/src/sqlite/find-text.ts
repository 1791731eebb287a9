import type { DatabaseSync, StatementSync } from "node:sqlite";
import { maxRanked } from "../archive/limits.ts";
import { CancelledError } from "../errors.ts";
import type { TextNode } from "../query/query.ts";
import { lowerBound, type Columns } from "./columns.ts";
import { ftsQuery } from "./fts-query.ts";

/** Weights of headline, description, keywords and body in BM25. */
const weights = "8.0, 3.0, 3.0, 1.0";

/** Rows between two looks at the clock and the reader's patience: about 0.2 ms of work. */
const stride = 1_024;

/** Asked now and then during long work; false ends it with what there is. Throws when cancelled. */
export type GoOn = () => boolean;

/** Positions that match a text, ascending, and whether there was time to find all of them. */
export type TextMatches = { readonly positions: Uint32Array; readonly complete: boolean };

/** Positions by score, best first, ties newest first; after them, by date, those that were not ranked. */
export type RankedMatches = {
  readonly positions: Uint32Array;
  /** 0 for those that were not ranked. */
  readonly scores: Float64Array;
  /** How many were ranked, when not all were. */
  readonly rankedNewest?: number;
  readonly complete: boolean;
};

/** Thrown through SQLite to end a statement whose time is over. */
class OutOfTime extends Error {}

/**
 * Finds texts in the `words` table. Rows arrive one by one in a function of ours, since SQLite's
 * statements cannot be interrupted otherwise; it is also faster than fetching them.
 */
export class TextFinder {
  #found: Float64Array = new Float64Array(stride);
  #scores: Float64Array = new Float64Array(stride);
  #length = 0;
  #goOn: GoOn = () => true;
  readonly #all: StatementSync;
  readonly #ranked: StatementSync;

  constructor(database: DatabaseSync) {
    database.aggregate("take", {
      start: 0,
      step: (_, row: unknown, score: unknown) => {
        this.#take(Number(row), Number(score));
        return 0;
      },
    });
    this.#all = database.prepare("SELECT take(rowid, 0) FROM words WHERE words MATCH ?");
    // The limit keeps SQLite from giving up the order: when time runs out the newest have been ranked.
    this.#ranked = database.prepare(`
      SELECT take(row, score) FROM (
        SELECT rowid AS row, -bm25(words, ${weights}) AS score
        FROM words WHERE words MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT -1
      )`);
  }

  /** All articles that match. Articles whose text is not indexed yet match nothing. */
  find(node: TextNode, columns: Columns, goOn: GoOn): TextMatches {
    const { expression, inverted } = ftsQuery(node);
    const complete = this.#run(this.#all, goOn, expression);
    if (inverted && !complete) return { positions: new Uint32Array(0), complete };
    const positions = positionsOf(this.#found.subarray(0, this.#length), columns);
    return { positions: inverted ? inverse(positions, columns) : positions, complete };
  }

  /** Ranks the newest of some positions (ascending) by how well a tree of words matches. */
  rank(node: TextNode, positions: Uint32Array, columns: Columns, goOn: GoOn): RankedMatches {
    const { expression, inverted } = ftsQuery(node);
    const scoreAt = new Float64Array(columns.count).fill(NaN);
    const oldest = positions[Math.max(0, positions.length - maxRanked)];
    let complete = true;
    if (!inverted && oldest !== undefined) {
      complete = this.#run(this.#ranked, goOn, expression, columns.sortKeys[oldest] ?? 0);
      for (let index = 0; index < this.#length; index++) {
        const position = lowerBound(columns.sortKeys, this.#found[index] ?? NaN);
        scoreAt[position] = this.#scores[index] ?? 0;
      }
      // What matches by a filter holds none of the words, and is ranked all the same.
      for (const position of complete ? positions.subarray(-maxRanked) : []) {
        if (Number.isNaN(scoreAt[position])) scoreAt[position] = 0;
      }
    }
    const ranked = positions.filter((position) => !Number.isNaN(scoreAt[position]));
    ranked.sort((a, b) => (scoreAt[b] ?? 0) - (scoreAt[a] ?? 0) || b - a);
    const all = new Uint32Array(positions.length);
    all.set(ranked);
    all.set(
      positions.filter((position) => Number.isNaN(scoreAt[position])).toReversed(),
      ranked.length,
    );
    return {
      positions: all,
      scores: Float64Array.from(all, (position) => scoreAt[position] || 0),
      ...(inverted || ranked.length === all.length ? {} : { rankedNewest: ranked.length }),
      complete,
    };
  }

  #run(statement: StatementSync, goOn: GoOn, ...values: (string | number)[]): boolean {
    this.#length = 0;
    this.#goOn = goOn;
    try {
      statement.get(...values);
      return true;
    } catch (error) {
      if (error instanceof OutOfTime) return false;
      throw error;
    }
  }

  #take(row: number, score: number): void {
    const index = this.#length;
    if (index % stride === 0) {
      if (!this.#goOn()) throw new OutOfTime();
      if (index >= this.#found.length) {
        this.#found = grown(this.#found);
        this.#scores = grown(this.#scores);
      }
    }
    this.#found[index] = row;
    this.#scores[index] = score;
    this.#length++;
  }
}

function grown(array: Float64Array): Float64Array {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Places of ascending rows among the sort keys: by search when they are few, by walking when many. */
function positionsOf(rows: Float64Array, { sortKeys, count }: Columns): Uint32Array {
  const positions = new Uint32Array(rows.length);
  const few = rows.length * 16 < count;
  let position = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? NaN;
    if (few) position = lowerBound(sortKeys, row, position, count);
    else while (position < count && (sortKeys[position] ?? Infinity) < row) position++;
    positions[index] = position;
  }
  return positions;
}

/** All other articles whose text is indexed. */
function inverse(positions: Uint32Array, { count, searchable }: Columns): Uint32Array {
  const rest = new Uint32Array(count - positions.length);
  let next = 0;
  let length = 0;
  for (let position = 0; position < count; position++) {
    if (positions[next] === position) next++;
    else if (searchable[position] === 1) rest[length++] = position;
  }
  return rest.slice(0, length);
}

/** Watches a clock and a reader: throws when cancelled, false once the time is over. */
export function patience(cancelled: (() => boolean) | undefined, timeBudgetMs: number): GoOn {
  const end = performance.now() + timeBudgetMs;
  return () => {
    if (cancelled?.() === true) throw new CancelledError();
    return performance.now() < end;
  };
}
