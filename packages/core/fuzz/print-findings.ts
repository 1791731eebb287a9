import type { Findings } from "./fuzz.ts";

/** What a run was. */
export type Run = { readonly seed: number; readonly count: number; readonly seconds: number };

/** Longest part of an input that is shown, in UTF-16 units. */
const shownLength = 500;

/** Prints what all workers found. True when something failed. */
export function printFindings(found: readonly Findings[], { seed, count, seconds }: Run): boolean {
  console.log(`fuzz: ${count} inputs in ${seconds.toFixed(0)} s`);
  const slowest = Map.groupBy(
    found.flatMap((each) => [...each.slowest]),
    ([target]) => target,
  );
  for (const [target, calls] of slowest) {
    const [[, { took, number }] = ["", { took: 0, number: 0 }]] = calls.toSorted(
      (a, b) => b[1].took - a[1].took,
    );
    console.log(`  slowest ${target}: ${took.toFixed(1)} ms (input ${number})`);
  }
  const failures = Map.groupBy(
    found.flatMap((each) => [...each.failures]),
    ([kind]) => kind,
  );
  for (const [kind, all] of failures) {
    const times = all.reduce((sum, [, failure]) => sum + failure.times, 0);
    const [first] = all
      .map(([, failure]) => failure)
      .toSorted((a, b) => a.input.length - b.input.length);
    if (first === undefined) continue;
    console.error(`FAILED ${kind}, ${times} times, first with input ${first.number}:`);
    const rest = first.input.length > shownLength ? ` … ${first.input.length} characters` : "";
    console.error(`  ${JSON.stringify(first.input.slice(0, shownLength))}${rest}`);
    console.error(`  again: npm run fuzz -- --seed ${seed} --first ${first.number} --count 1`);
  }
  console.log(
    failures.size === 0 ? "fuzz: nothing failed" : `fuzz: ${failures.size} kinds of failure`,
  );
  return failures.size > 0;
}
