import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Findings } from "./fuzz.ts";
import { printFindings } from "./print-findings.ts";
import type { WorkerOrder } from "./worker.ts";

// `npm run fuzz [-- --seed NUMBER] [--count NUMBER] [--first NUMBER]`: random and mutated inputs for
// everything that reads what others wrote. The same seed makes the same inputs.

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    count: { type: "string", default: "2000000" },
    first: { type: "string", default: "0" },
  },
});
const [seed = 0, count = 0, first = 0] = [values.seed, values.count, values.first].map(Number);
if (![seed, count, first].every((number) => Number.isSafeInteger(number) && number >= 0)) {
  console.error("fuzz: --seed, --count and --first are whole numbers.");
  process.exit(2);
}

/** Longer than any batch takes on the busiest machine: a worker that is silent for so long hangs. */
const maxSilenceMs = 180_000;
const reportEveryMs = 30_000;

const workers = Math.min(availableParallelism(), 8);
const progress = new Int32Array(new SharedArrayBuffer(workers * 2 * Int32Array.BYTES_PER_ELEMENT));
console.log(`fuzz: seed ${seed}, ${count} inputs from number ${first}, ${workers} workers`);

const begun = performance.now();
const watch = setInterval(watchProgress, reportEveryMs);
const lastSeen = Array.from({ length: workers }, () => ({ done: -1, at: begun }));
const found = await Promise.all(Array.from({ length: workers }, (_, worker) => runWorker(worker)));
clearInterval(watch);
const failed = printFindings(found, { seed, count, seconds: (performance.now() - begun) / 1_000 });
process.exitCode = failed ? 1 : 0;

async function runWorker(worker: number): Promise<Findings> {
  const workerData: WorkerOrder = { seed, first, count, worker, workers, progress };
  const thread = new Worker(new URL("worker.ts", import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    thread.once("message", resolve);
    thread.once("error", reject);
  });
}

function watchProgress(): void {
  const now = performance.now();
  for (const [worker, seen] of lastSeen.entries()) {
    const done = progress[worker * 2] ?? 0;
    if (done !== seen.done) lastSeen[worker] = { done, at: now };
    else if (now - seen.at > maxSilenceMs && done < Math.floor(count / workers)) {
      const at = progress[worker * 2 + 1] ?? 0;
      console.error(`fuzz: hangs; try --seed ${seed} --first ${at} --count 50 in smaller parts`);
      process.exit(1);
    }
  }
  const done = lastSeen.reduce((sum, seen) => sum + Math.max(0, seen.done), 0);
  console.log(`  ${done} inputs, ${((now - begun) / 1_000).toFixed(0)} s`);
}
