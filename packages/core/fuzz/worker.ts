import { parentPort, workerData } from "node:worker_threads";
import { fuzz, fuzzTwice, nothingFound } from "./fuzz.ts";

/** What a worker is told: it takes every `workers`-th batch, beginning with its own. */
export type WorkerOrder = {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly worker: number;
  readonly workers: number;
  /** For each worker how many inputs it has tried, and the first number of the batch it is at. */
  readonly progress: Int32Array;
};

/** Inputs between two looks at the time; of every eighth batch the results are made twice and compared. */
const batchSize = 50;
const comparedBatches = 8;

const { seed, first, count, worker, workers, progress } = workerData as WorkerOrder; // -- given by main.ts
const findings = nothingFound();
for (let start = worker * batchSize; start < count; start += workers * batchSize) {
  const length = Math.min(batchSize, count - start);
  Atomics.store(progress, worker * 2 + 1, first + start);
  const numbers = Array.from({ length }, (_, index) => first + start + index);
  const compared = Math.floor(start / batchSize / workers) % comparedBatches === 0;
  (compared ? fuzzTwice : fuzz)(numbers, { seed, timed: true }, findings);
  Atomics.add(progress, worker * 2, length);
}
parentPort?.postMessage(findings);
