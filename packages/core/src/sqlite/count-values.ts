import type { FacetCount, FacetField } from "../archive/archive.ts";
import { maxFacetValues } from "../archive/limits.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { Columns } from "./columns.ts";
import { countDays } from "./count-timeline.ts";
import type { GoOn } from "./patience.ts";

/** Positions between two looks at the clock: about half a millisecond of work. */
const stride = 65_536;

/** How often values of a field stand, and how many more values there are than are listed. */
export type ValueCounts = { readonly counts: readonly FacetCount[]; readonly more: number };

/** How often each value of a field stands at some positions: most frequent first, then by value; none last. */
export function countValues(
  field: FacetField,
  positions: Uint32Array,
  columns: Columns,
  goOn: GoOn,
  most: number,
): ValueCounts {
  return field === "year"
    ? countYears(positions, columns, most)
    : countNumbers(field, positions, columns, goOn, most);
}

function countNumbers(
  field: Exclude<FacetField, "year">,
  positions: Uint32Array,
  columns: Columns,
  goOn: GoOn,
  most: number,
): ValueCounts {
  const numbers = columns.numbers[field];
  const { keys, labels, first, starts, members } = columns.sets[field];
  const spellings = new Uint32Array(keys.length);
  let none = 0;
  for (let index = 0; index < positions.length; index++) {
    if (index % stride === stride - 1 && !goOn()) break;
    const set = numbers[positions[index] ?? 0] ?? 0;
    if (set === 0) none++;
    const end = starts[set + 1] ?? 0;
    for (let member = starts[set] ?? 0; member < end; member++) {
      spellings[members[member] ?? 0]! += 1; // -- every member has its place
    }
  }
  const totals = new Uint32Array(keys.length);
  for (const [number, count] of spellings.entries()) {
    if (count > 0) totals[first[number] ?? 0]! += count; // -- the first spelling has its place
  }
  const listed = mostFrequent(totals, keys, most);
  const spelt = commonestSpellings(listed.numbers, { spellings, first, labels });
  return {
    counts: withNone(
      listed.numbers.map((number) => ({
        value: keys[number] ?? "",
        label: spelt.get(number) ?? "",
        count: totals[number] ?? 0,
      })),
      none,
    ),
    more: listed.more,
  };
}

function countYears(positions: Uint32Array, { periods }: Columns, most: number): ValueCounts {
  const counts = new Map<number, number>();
  for (const [day, count] of countDays(positions, periods)) {
    const year = Math.floor(day / 10_000);
    counts.set(year, (counts.get(year) ?? 0) + count);
  }
  const none = counts.get(0) ?? 0;
  counts.delete(0);
  const years = [...counts.keys()].map((year) => String(year).padStart(4, "0"));
  const listed = mostFrequent([...counts.values()], years, most);
  return {
    counts: withNone(
      listed.numbers.map((index) => {
        const year = years[index] ?? "";
        return { value: year, label: year, count: counts.get(Number(year)) ?? 0 };
      }),
      none,
    ),
    more: listed.more,
  };
}

function withNone(counts: readonly FacetCount[], none: number): readonly FacetCount[] {
  return none === 0 ? counts : [...counts, { value: null, label: "", count: none }];
}

/** The places of the highest counts, ties by their keys, and how many more are not zero. */
function mostFrequent(
  counts: ArrayLike<number>,
  keys: readonly string[],
  most: number,
): { readonly numbers: readonly number[]; readonly more: number } {
  const comesBefore = (a: number, b: number): boolean => {
    const difference = (counts[a] ?? 0) - (counts[b] ?? 0);
    return (
      difference > 0 || (difference === 0 && compareCodePoints(keys[a] ?? "", keys[b] ?? "") < 0)
    );
  };
  const present: number[] = [];
  for (let number = 0; number < counts.length; number++)
    if (counts[number] !== 0) present.push(number);
  const more = Math.max(0, present.length - most);
  // Putting each in its place is faster only as long as few are wanted.
  if (most > maxFacetValues || more === 0) {
    const ordered = present.toSorted((a, b) => (comesBefore(a, b) ? -1 : 1));
    return { numbers: ordered.slice(0, most), more };
  }
  const best: number[] = [];
  for (const number of present) {
    const last = best[most - 1];
    if (last !== undefined && !comesBefore(number, last)) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comesBefore(best[middle] ?? 0, number)) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, number);
    best.length = Math.min(best.length, most);
  }
  return { numbers: best, more };
}

/** How most of the articles counted write each of some keys; of equally many, the first by code point. */
function commonestSpellings(
  listed: readonly number[],
  {
    spellings,
    first,
    labels,
  }: {
    readonly spellings: Uint32Array;
    readonly first: Uint32Array;
    readonly labels: readonly string[];
  },
): ReadonlyMap<number, string> {
  const wanted = new Set(listed);
  const best = new Map<number, number>();
  for (const [number, count] of spellings.entries()) {
    const key = first[number] ?? 0;
    if (count === 0 || !wanted.has(key)) continue;
    const known = best.get(key);
    const difference = count - (known === undefined ? 0 : (spellings[known] ?? 0));
    if (
      difference > 0 ||
      (difference === 0 && compareCodePoints(labels[number] ?? "", labels[known ?? 0] ?? "") < 0)
    ) {
      best.set(key, number);
    }
  }
  return new Map([...best].map(([key, number]) => [key, labels[number] ?? ""]));
}
