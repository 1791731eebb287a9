import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What a measurement finds: milliseconds but for memory, which is in megabytes, and what is named otherwise. */
export type Measurement = { readonly [name: string]: number };

/** Runs a script, of this folder or by its full path, in a process of its own, so that nothing is warm from before. It prints JSON. */
export function measureInOwnProcess(script: string, ...options: readonly string[]): Measurement {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [resolve(import.meta.dirname, script), ...options],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`bench: ${script} ${options.join(" ")} failed: ${stderr}`);
  return JSON.parse(stdout) as Measurement; // -- printed by `printMeasurement`
}

/** The end of such a script: what it found, with what the whole process took from its start. */
export function printMeasurement(found: Measurement = {}): void {
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS / 1_024;
  const wall = performance.now();
  console.log(JSON.stringify({ wall, cpu: (user + system) / 1_000, memory, ...found }));
}

/** What users get is measured: the built package, not its sources. */
export function built(entry: "index" | "node"): Promise<unknown> {
  return import(new URL(`../dist/${entry}.js`, import.meta.url).href);
}
