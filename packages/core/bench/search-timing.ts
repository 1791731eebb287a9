import type { TargetName } from "./search-classes.ts";

/** What some searches took, in milliseconds, and how many articles each found. */
export type Taken = {
  readonly times: readonly number[];
  /** CPU time of the whole process, of all searches together. */
  readonly cpuMs: number;
  readonly found: readonly number[];
};

/** What searches of one kind took, in milliseconds. */
export type Timing = {
  readonly name: string;
  readonly target?: TargetName;
  readonly p50: number;
  /** The one that a hundredth exceeds: of forty, the slowest. */
  readonly p99: number;
  /** CPU time of the whole process, of the mean search. */
  readonly cpu: number;
  /** Articles that the middle one found; null where nothing is counted. */
  readonly found: number | null;
};

/** Asks some questions one after another. Each gives how many articles it found. */
export async function take(questions: readonly (() => number | Promise<number>)[]): Promise<Taken> {
  const times: number[] = [];
  const found: number[] = [];
  const before = process.cpuUsage();
  for (const ask of questions) {
    const begun = performance.now();
    const articles = await ask();
    times.push(performance.now() - begun);
    found.push(articles);
  }
  const { user, system } = process.cpuUsage(before);
  return { times, cpuMs: (user + system) / 1_000, found };
}

/** What all of some searches of a kind took. */
export function timingOf(
  { name, target }: Pick<Timing, "name" | "target">,
  parts: readonly Taken[],
): Timing {
  const times = parts.flatMap((part) => part.times);
  const cpuMs = parts.reduce((sum, part) => sum + part.cpuMs, 0);
  const found = quantile(
    parts.flatMap((part) => part.found),
    0.5,
  );
  return {
    name,
    ...(target && { target }),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpu: cpuMs / times.length,
    found: Number.isNaN(found) ? null : found,
  };
}

/** The least of some numbers that a share of them does not exceed. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}
