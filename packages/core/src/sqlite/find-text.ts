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

/** Positions that match a text, ascending, and whether all of them were found. */
export type TextMatches = { readonly positions: Uint32Array; readonly complete: boolean };

/** Positions by score, best first, ties newest first. */
export type RankedMatches = {
  readonly positions: Uint32Array;
  readonly scores: Float64Array;
  /** How many of the newest matches were ranked, when there were more. */
  readonly rankedNewest?: number;
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
    this.#ranked = database.prepare(`
      SELECT take(row, score) FROM (
        SELECT rowid AS row, -bm25(words, ${weights}) AS score
        FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${maxRanked}
      )`);
  }

  /** All articles that match. Articles whose text is not indexed yet match nothing. */
  find(node: TextNode, columns: Columns, goOn: GoOn): TextMatches {
    const { expression, inverted } = ftsQuery(node);
    const complete = this.#run(this.#all, expression, goOn);
    const rows = this.#found.subarray(0, this.#length);
    const positions = positionsOf(rows, columns);
    return { positions: inverted ? inverse(positions, columns.count) : positions, complete };
  }

  /** The best of some positions (ascending), as found by `find` for the same tree. */
  rank(node: TextNode, positions: Uint32Array, columns: Columns, goOn: GoOn): RankedMatches {
    const { expression, inverted } = ftsQuery(node);
    const scoreAt = new Float64Array(columns.count).fill(NaN);
    const complete = inverted || this.#run(this.#ranked, expression, goOn);
    const count = inverted ? 0 : this.#length;
    for (let index = 0; index < count; index++) {
      const position = lowerBound(columns.sortKeys, this.#found[index] ?? NaN);
      scoreAt[position] = this.#scores[index] ?? 0;
    }
    const best = positions.filter((position) => inverted || !Number.isNaN(scoreAt[position]));
    best.sort((a, b) => (scoreAt[b] ?? 0) - (scoreAt[a] ?? 0) || b - a);
    return {
      positions: best,
      scores: Float64Array.from(best, (position) => (inverted ? 0 : (scoreAt[position] ?? 0))),
      ...(count === maxRanked || !complete ? { rankedNewest: best.length } : {}),
    };
  }

  #run(statement: StatementSync, expression: string, goOn: GoOn): boolean {
    this.#length = 0;
    this.#goOn = goOn;
    try {
      statement.get(expression);
      return true;
    } catch (error) {
      if (error instanceof OutOfTime) return false;
      throw error;
    }
  }

  #take(row: number, score: number): void {
    const index = this.#length++;
    if (index % stride === 0) {
      if (!this.#goOn()) throw new OutOfTime();
      if (index >= this.#found.length) {
        this.#found = grown(this.#found);
        this.#scores = grown(this.#scores);
      }
    }
    this.#found[index] = row;
    this.#scores[index] = score;
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

function inverse(positions: Uint32Array, count: number): Uint32Array {
  const rest = new Uint32Array(count - positions.length);
  let next = 0;
  let length = 0;
  for (let position = 0; position < count; position++) {
    if (positions[next] === position) next++;
    else rest[length++] = position;
  }
  return rest;
}

/** Watches a clock and a reader: throws when cancelled, false once the time is over. */
export function patience(cancelled: (() => boolean) | undefined, timeBudgetMs: number): GoOn {
  const end = performance.now() + timeBudgetMs;
  return () => {
    if (cancelled?.() === true) throw new CancelledError();
    return performance.now() < end;
  };
}
