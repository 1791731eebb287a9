import { storedFields, type StoredField } from "./schema.ts";
import type { ValueSets } from "./value-sets.ts";

/**
 * What filters, facets and order need of every article, as columns in memory: 56 to 70 bytes an article, and
 * the sets of values that occur. A position is an article's place in date order, oldest first, undated ones
 * before all, ties by id backwards: so that the same list read from its end is newest first, with ties by id
 * and undated articles last.
 */
export type Columns = ArticleColumns & {
  readonly count: number;
  /** Articles without a date: the positions below this. */
  readonly undated: number;
  readonly sets: SetsByField;
  /** All words of all articles. */
  readonly totalLength: number;
  /** Articles whose text is not indexed. */
  readonly unsearchable: number;
};

/** The sets of values that occur in each field. */
export type SetsByField = { readonly [field in StoredField]: ValueSets };

/** What there is of each article, by its position: all of it in one piece of memory. */
export type ArticleColumns = {
  readonly memory: Uint8Array<ArrayBuffer>;
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
  /** Bits of `flags`. */
  readonly flags: Uint8Array;
  /** 1 where the text is indexed. */
  readonly searchable: Uint8Array;
  /** How many words an article's text has, 0 where it is not indexed. */
  readonly lengths: Uint32Array;
};

/** Columns of so many articles: over memory that holds them from a byte on, a multiple of 8, or all zero. */
export function articleColumns(
  count: number,
  sets: SetsByField,
  memory: ArrayBuffer = new ArrayBuffer(count * bytesPerArticle(sets)),
  from = 0,
): ArticleColumns {
  let end = from;
  const next = (width: number): [ArrayBuffer, number, number] => {
    end += count * width;
    return [memory, end - count * width, count];
  };
  // The widest first, so that each begins at a multiple of its width.
  const eights = {
    rows: new Float64Array(...next(8)),
    sortKeys: new Float64Array(...next(8)),
    startMs: new Float64Array(...next(8)),
    endMs: new Float64Array(...next(8)),
  };
  const fours = { periods: new Int32Array(...next(4)), lengths: new Uint32Array(...next(4)) };
  const wide = byField((field) => isWide(sets[field]) && new Uint32Array(...next(4)));
  const numbers = byField((field) => wide[field] || new Uint16Array(...next(2)));
  const ones = { flags: new Uint8Array(...next(1)), searchable: new Uint8Array(...next(1)) };
  return {
    ...eights,
    ...fours,
    numbers,
    ...ones,
    memory: new Uint8Array(memory, from, end - from),
  };
}

function bytesPerArticle(sets: SetsByField): number {
  const widths = storedFields.map((field) => (isWide(sets[field]) ? 4 : 2));
  return widths.reduce((sum, width) => sum + width, 4 * 8 + 2 * 4 + 2 * 1);
}

/** Two bytes do for the number of a set where there are few enough. */
function isWide({ starts }: ValueSets): boolean {
  return starts.length > 2 ** 16;
}

/** A value for each field. */
export function byField<Value>(value: (field: StoredField) => Value): {
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
