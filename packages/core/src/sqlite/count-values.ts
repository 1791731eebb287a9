import type { FacetCount, FacetField, TimelineBucket } from "../archive/archive.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { Columns } from "./columns.ts";

/** How often each value of a field stands at some positions: most frequent first, then by value; none last. */
export function countValues(
  field: FacetField,
  positions: Uint32Array,
  columns: Columns,
): readonly FacetCount[] {
  const counts =
    field === "year" ? countYears(positions, columns) : countNumbers(field, positions, columns);
  return counts.toSorted(
    (a, b) =>
      Number(a.value === null) - Number(b.value === null) ||
      b.count - a.count ||
      compareCodePoints(a.value ?? "", b.value ?? ""),
  );
}

function countNumbers(
  field: "section" | "lang",
  positions: Uint32Array,
  columns: Columns,
): FacetCount[] {
  const numbers = field === "section" ? columns.section : columns.language;
  const values =
    field === "section"
      ? columns.sections
      : columns.languages.map((tag) => ({ key: tag, label: tag ?? "" }));
  const counts = new Uint32Array(values.length);
  for (const position of positions) counts[numbers[position] ?? 0]! += 1; // -- every number has its place
  return values.flatMap(({ key, label }, number) => {
    const count = counts[number] ?? 0;
    return count === 0 ? [] : [{ value: key, label, count }];
  });
}

function countYears(positions: Uint32Array, { periods }: Columns): FacetCount[] {
  return [...countPeriods(positions, periods, 100)].map(([year, count]) => ({
    value: year === 0 ? null : yearText(year),
    label: year === 0 ? "" : yearText(year),
    count,
  }));
}

/** Buckets of a timeline, oldest first, and what falls into none. */
export function countTimeline(
  interval: "month" | "year",
  positions: Uint32Array,
  { periods }: Columns,
): {
  readonly buckets: readonly TimelineBucket[];
  readonly coarser: number;
  readonly undated: number;
} {
  const counts = countPeriods(positions, periods, interval === "year" ? 100 : 1);
  const undated = counts.get(0) ?? 0;
  let coarser = 0;
  const buckets: TimelineBucket[] = [];
  for (const [period, count] of [...counts].toSorted((a, b) => a[0] - b[0])) {
    if (period === 0) continue;
    if (interval === "year") buckets.push({ period: yearText(period), count });
    else if (period % 100 === 0) coarser += count;
    else buckets.push({ period: formatPeriod(period), count });
  }
  return { buckets, coarser, undated };
}

function countPeriods(
  positions: Uint32Array,
  periods: Int32Array,
  unit: number,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const position of positions) {
    const period = Math.floor((periods[position] ?? 0) / unit);
    counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  return counts;
}

/** `2024` or `2024-11` as year × 100 + month, month 0 for none; 0 for undated. */
export function periodNumber(period: string | undefined): number {
  const [year, month] = (period ?? "").split("-");
  return Number(year ?? 0) * 100 + Number(month ?? 0);
}

function formatPeriod(period: number): string {
  return `${yearText(Math.floor(period / 100))}-${String(period % 100).padStart(2, "0")}`;
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}
