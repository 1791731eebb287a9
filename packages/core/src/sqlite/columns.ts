import type { DatabaseSync } from "node:sqlite";
import { storedFields, type StoredField } from "./schema.ts";
import { noSets, readValueSets, type ValueSets } from "./value-sets.ts";

/**
 * What filters, facets and order need of every article, as columns in memory: 56 to 70 bytes an article, and
 * the sets of values that occur. A position is an article's place in date order, oldest first, undated ones
 * before all, ties by id backwards: so that the same list read from its end is newest first, with ties by id
 * and undated articles last.
 */
export type Columns = {
  readonly count: number;
  /** Articles without a date: the positions below this. */
  readonly undated: number;
  /** Row in `articles`. */
  readonly rows: Float64Array;
  /** Row in `words`, ascending; NaN for all while none is assigned. */
  readonly sortKeys: Float64Array;
  /** Interval of the date in milliseconds since 1970; NaN when undated. */
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  /** Day as year × 10,000 + month × 100 + day; 0 for a day or month that is not known, and when undated. */
  readonly periods: Int32Array;
  /** The number of the set of values of each field. */
  readonly numbers: { readonly [field in StoredField]: Uint16Array | Uint32Array };
  readonly sets: { readonly [field in StoredField]: ValueSets };
  /** Bits of `flags`. */
  readonly flags: Uint8Array;
  /** 1 where the text is indexed. */
  readonly searchable: Uint8Array;
  /** How many words an article's text has, 0 where it is not indexed, and all of them together. */
  readonly lengths: Uint32Array;
  readonly totalLength: number;
  /** Articles whose text is not indexed. */
  readonly unsearchable: number;
};

/** The place of the first field among what is read of an article. */
const firstField = 8;

/** Reads the columns of an index; of the sets, those that are new since `before`. */
export function readColumns(database: DatabaseSync, before?: Columns): Columns {
  const counted = database
    .prepare("SELECT count(*) AS articles, count(start_ms) AS dated FROM articles")
    .get();
  const count = Number(counted?.["articles"] ?? 0);
  const sets = byField((field) => readValueSets(database, field, before?.sets[field] ?? noSets));
  const columns = {
    count,
    undated: count - Number(counted?.["dated"] ?? 0),
    rows: new Float64Array(count),
    sortKeys: new Float64Array(count).fill(NaN),
    startMs: new Float64Array(count).fill(NaN),
    endMs: new Float64Array(count).fill(NaN),
    periods: new Int32Array(count),
    numbers: byField((field) => numbersFor(sets[field], count)),
    sets,
    flags: new Uint8Array(count),
    searchable: new Uint8Array(count),
    lengths: new Uint32Array(count),
    totalLength: 0,
    unsearchable: 0,
  };
  const numbers = storedFields.map((field) => columns.numbers[field]);
  const select = database.prepare(`
    SELECT row, sort_key, start_ms, end_ms, period, flags, searchable, length, ${storedFields.join(", ")}
    FROM articles ORDER BY start_ms, id DESC`);
  select.setReturnArrays(true);
  let position = 0;
  for (const values of select.iterate()) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- arrays, as set above
    const cells = values as unknown as readonly unknown[];
    const [row, sortKey, start, end, period, bits, searchable, length] = cells;
    columns.rows[position] = Number(row);
    if (sortKey !== null) columns.sortKeys[position] = Number(sortKey);
    if (start !== null) columns.startMs[position] = Number(start);
    if (end !== null) columns.endMs[position] = Number(end);
    columns.periods[position] = Number(period);
    columns.flags[position] = Number(bits);
    columns.searchable[position] = Number(searchable);
    if (searchable === 0) columns.unsearchable++;
    else {
      columns.lengths[position] = Number(length);
      columns.totalLength += Number(length);
    }
    for (let index = 0; index < numbers.length; index++)
      numbers[index]![position] = Number(cells[firstField + index]); // -- the index is in range
    position++;
  }
  return columns;
}

function byField<Value>(value: (field: StoredField) => Value): {
  readonly [field in StoredField]: Value;
} {
  return {
    section: value("section"),
    lang: value("lang"),
    tag: value("tag"),
    author: value("author"),
    source: value("source"),
    inferred: value("inferred"),
    problem: value("problem"),
  };
}

/** Two bytes do for each article where there are few enough sets. */
function numbersFor({ starts }: ValueSets, count: number): Uint16Array | Uint32Array {
  return starts.length <= 2 ** 16 ? new Uint16Array(count) : new Uint32Array(count);
}

/** The first place in a sorted array whose value is not below `value`. */
export function lowerBound(
  sorted: Float64Array,
  value: number,
  from = 0,
  to: number = sorted.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
