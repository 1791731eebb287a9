import type { Timeline, TimelineBucket } from "@broadsheet/core/view";

/** Bars from nothing to the most; a period without articles has the first. */
const bars = "▁▂▃▄▅▆▇";

/** Months in a strip; a longer time is shown by years. */
const maxMonths = 18;

/** Years in a strip; of a longer time the last ones are shown. */
const maxYears = 24;

/** The strips of timelines: every frame has the same, until another is counted. */
const strips = new WeakMap<Timeline, string | undefined>();

/**
 * Articles over time as a row of bars, and the years it spans: `▁▁▂▁▅▇ 2024`. Undefined when all are of
 * one month, or none is dated.
 */
export function timelineStrip(timeline: Timeline): string | undefined {
  if (!strips.has(timeline)) strips.set(timeline, strip(timeline));
  return strips.get(timeline);
}

function strip({ buckets }: Timeline): string | undefined {
  const months = filled(
    buckets.filter(({ period }) => period.length > 4),
    nextMonth,
  );
  const isByMonth = months.length <= maxMonths;
  const shown = isByMonth ? months : filled(byYear(buckets), nextYear).slice(-maxYears);
  const [first, last] = [shown[0]?.period.slice(0, 4), shown.at(-1)?.period.slice(0, 4)];
  if (shown.length < 2 || first === undefined || last === undefined) return undefined;
  const most = Math.max(...shown.map(({ count }) => count));
  const drawn = shown.map(({ count }) =>
    bars.charAt(Math.ceil((count / most) * (bars.length - 1))),
  );
  return `${drawn.join("")} ${first === last ? first : `${first}–${last}`}`;
}

/** The same with an empty bucket for each period in between. */
function filled(
  buckets: readonly TimelineBucket[],
  next: (period: string) => string,
): readonly TimelineBucket[] {
  const all: TimelineBucket[] = [];
  for (const bucket of buckets) {
    let period = next(all.at(-1)?.period ?? "");
    // A date in the year 3000 is a slip of the pen, and no reason for a strip without end.
    while (all.length > 0 && period < bucket.period && all.length < 2_000) {
      all.push({ period, count: 0 });
      period = next(period);
    }
    all.push(bucket);
  }
  return all;
}

function byYear(buckets: readonly TimelineBucket[]): readonly TimelineBucket[] {
  const counts = new Map<string, number>();
  for (const { period, count } of buckets) {
    const year = period.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + count);
  }
  return Array.from(counts, ([period, count]) => ({ period, count }));
}

function nextMonth(period: string): string {
  const [year = 0, month = 0] = period.split("-").map(Number);
  return month >= 12 ? `${pad(year + 1, 4)}-01` : `${pad(year, 4)}-${pad(month + 1, 2)}`;
}

function nextYear(period: string): string {
  return pad(Number(period) + 1, 4);
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}
