import type { TimelineBucket } from "../archive/archive.ts";
import { formatPeriod, periodIn, type TimelineInterval } from "../archive/period.ts";

/** Buckets of a timeline, oldest first, and what falls into none. */
export function countTimeline(
  interval: TimelineInterval,
  counts: ReadonlyMap<number, number>,
): {
  readonly buckets: readonly TimelineBucket[];
  readonly coarser: number;
  readonly undated: number;
} {
  let coarser = 0;
  const buckets = new Map<string, number>();
  for (const [day, count] of [...grouped(counts, units[interval])].toSorted(
    (a, b) => a[0] - b[0],
  )) {
    if (day === 0) continue;
    const period = periodIn(formatPeriod(day), interval);
    if (period === undefined) coarser += count;
    else buckets.set(period, (buckets.get(period) ?? 0) + count);
  }
  return {
    buckets: [...buckets].map(([period, count]) => ({ period, count })),
    coarser,
    undated: counts.get(0) ?? 0,
  };
}

/** Days that differ by less than these are in one stretch, but for weeks. */
const units = { day: 1, week: 1, month: 100, year: 10_000 } as const;

function grouped(counts: ReadonlyMap<number, number>, unit: number): ReadonlyMap<number, number> {
  if (unit === 1) return counts;
  const groups = new Map<number, number>();
  for (const [day, count] of counts) {
    const group = day - (day % unit);
    groups.set(group, (groups.get(group) ?? 0) + count);
  }
  return groups;
}

/** How many of some positions fall on each day (or month or year, where no day is known). */
export function countDays(positions: Uint32Array, days: Int32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  // Positions come by date, so that the same day comes many times in a row.
  let day = -1;
  let count = 0;
  const add = (): void => {
    if (count > 0) counts.set(day, (counts.get(day) ?? 0) + count);
  };
  for (const position of positions) {
    const next = days[position] ?? 0;
    if (next !== day) {
      add();
      day = next;
      count = 0;
    }
    count++;
  }
  add();
  return counts;
}

/** `2024-11-26`, `2024-11` or `2024` as year × 10,000 + month × 100 + day, 0 for what is missing; 0 for undated. */
export function periodNumber(period: string | undefined): number {
  const [year = 0, month = 0, day = 0] = (period ?? "").split("-").map(Number);
  return year * 10_000 + month * 100 + day;
}
