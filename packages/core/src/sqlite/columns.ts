import type { DatabaseSync } from "node:sqlite";

/**
 * What filters, facets and order need of every article, as columns in memory (46 bytes an article).
 * A position is an article's place in date order, oldest first, undated ones before all, ties by id backwards:
 * so that the same list read from its end is newest first, with ties by id and undated articles last.
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
  /** Year × 100 + month; month 0 for a year alone; 0 when undated. */
  readonly periods: Int32Array;
  /** Number in `sections`; 0 for none. */
  readonly section: Uint32Array;
  /** Number in `languages`; 0 for none. */
  readonly language: Uint32Array;
  /** 1 for a draft. */
  readonly draft: Uint8Array;
  /** 1 where the text is indexed. */
  readonly searchable: Uint8Array;
  /** Articles whose text is not indexed. */
  readonly unsearchable: number;
  /** Keys and labels; the first stands for articles without one. */
  readonly sections: readonly { readonly key: string | null; readonly label: string }[];
  readonly languages: readonly (string | null)[];
};

/** Reads the columns of an index. */
export function readColumns(database: DatabaseSync): Columns {
  const counted = database
    .prepare("SELECT count(*) AS articles, count(start_ms) AS dated FROM articles")
    .get();
  const count = Number(counted?.["articles"] ?? 0);
  const sections: { key: string | null; label: string }[] = [{ key: null, label: "" }];
  const languages: (string | null)[] = [null];
  const sectionNumbers = new Map<unknown, number>([[null, 0]]);
  const languageNumbers = new Map<unknown, number>([[null, 0]]);
  const columns = {
    count,
    undated: count - Number(counted?.["dated"] ?? 0),
    rows: new Float64Array(count),
    sortKeys: new Float64Array(count).fill(NaN),
    startMs: new Float64Array(count).fill(NaN),
    endMs: new Float64Array(count).fill(NaN),
    periods: new Int32Array(count),
    section: new Uint32Array(count),
    language: new Uint32Array(count),
    draft: new Uint8Array(count),
    searchable: new Uint8Array(count),
    unsearchable: 0,
    sections,
    languages,
  };
  const select = database.prepare(`
    SELECT row, sort_key, start_ms, end_ms, period, section, section_label, language, draft, searchable
    FROM articles ORDER BY start_ms, id DESC`);
  select.setReturnArrays(true);
  let position = 0;
  for (const values of select.iterate()) {
    const [row, sortKey, start, end, period, section, label, language, draft, searchable] =
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- arrays, as set above
      values as unknown as readonly unknown[];
    columns.rows[position] = Number(row);
    if (sortKey !== null) columns.sortKeys[position] = Number(sortKey);
    if (start !== null) columns.startMs[position] = Number(start);
    if (end !== null) columns.endMs[position] = Number(end);
    columns.periods[position] = Number(period);
    columns.draft[position] = Number(draft);
    columns.searchable[position] = Number(searchable);
    if (searchable === 0) columns.unsearchable++;
    columns.section[position] = numbered(sectionNumbers, section, () =>
      sections.push({ key: String(section), label: String(label) }),
    );
    columns.language[position] = numbered(languageNumbers, language, () =>
      languages.push(String(language)),
    );
    position++;
  }
  return columns;
}

/** The number of a value; `add` puts a new one at the end of its list and gives the list's length. */
function numbered(numbers: Map<unknown, number>, value: unknown, add: () => number): number {
  let number = numbers.get(value);
  if (number === undefined) {
    number = add() - 1;
    numbers.set(value, number);
  }
  return number;
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
