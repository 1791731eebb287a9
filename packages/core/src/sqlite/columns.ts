import type { StoredField } from "./schema.ts";
import type { ValueSets } from "./value-sets.ts";

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
