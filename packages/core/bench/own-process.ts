import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What a measurement finds: milliseconds but for memory, which is in megabytes, and what is named otherwise. */
export type Measurement = { readonly [name: string]: number };

/** A script, of this folder or by its full path, and what it reads from its standard input. */
type Script = string | { readonly script: string; readonly input: string };

/** Runs a script in a process of its own, so that nothing is warm from before. It prints JSON. */
export function runInOwnProcess(script: Script, ...options: readonly string[]): unknown {
  const { script: name, input } = typeof script === "string" ? { script, input: "" } : script;
  const { stdout, status } = spawnSync(
    process.execPath,
    [resolve(import.meta.dirname, name), ...options],
    // How far long work is shows while it is done.
    { encoding: "utf8", input, stdio: ["pipe", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error(`bench: ${name} ${options.join(" ")} failed`);
  return JSON.parse(stdout);
}

/** What such a script measures. */
export function measureInOwnProcess(script: Script, ...options: readonly string[]): Measurement {
  return runInOwnProcess(script, ...options) as Measurement; // -- printed by `printMeasurement`
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
