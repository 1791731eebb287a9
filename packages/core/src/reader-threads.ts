import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  endOfBatch,
  prepareFiles,
  type PreparedFiles,
  type PrepareFiles,
} from "./archive/prepare-files.ts";
import { prepareChanged, type ChangedFile, type Folder } from "./archive/read-file.ts";

/** Files read before threads are worth starting, and while they start: the first page shows meanwhile. */
const fewFiles = 64;

/** Files from which on threads read them: to start two takes as long as to read 300. */
const manyFiles = 500;

/** Threads that keep the one busy that writes what they read. */
const mostThreads = 3;

/** Megabytes for what is new in a thread: nothing that it reads is kept, and it would take three times as many. */
const youngMb = 8;

/** Batches that each thread has been given at any time: one to read, and one that waits. */
const batchesAhead = 2;

/** Reads many files in threads of their own, and few on the thread that calls. */
export const prepareInThreads: PrepareFiles = async function* (folder, files) {
  const number = Math.min(mostThreads, availableParallelism());
  if (number < 2 || files.length < manyFiles) {
    yield* prepareFiles(folder, files);
    return;
  }
  const threads = Array.from({ length: number }, () => new ReaderThread(folder));
  try {
    const underway: Promise<PreparedFiles>[] = [];
    let given = fewFiles;
    const giveMore = (): void => {
      while (given < files.length && underway.length < number * batchesAhead) {
        const end = endOfBatch(files, given);
        underway.push(idlest(threads).prepare(files.slice(given, end)));
        given = end;
      }
    };
    giveMore();
    yield* prepareFiles(folder, files.slice(0, fewFiles));
    for (let next = underway.shift(); next !== undefined; next = underway.shift()) {
      yield await next;
      giveMore();
    }
  } finally {
    for (const thread of threads) thread.end();
  }
};

/** The thread with the fewest batches: what it is given it begins the soonest. */
function idlest(threads: readonly ReaderThread[]): ReaderThread {
  return threads.reduce((best, thread) => (thread.batches < best.batches ? thread : best));
}

/** A thread that reads files; when it fails, they are read on the thread that calls. */
class ReaderThread {
  readonly #folder: Folder;
  readonly #worker: Worker;
  readonly #waiting: ((prepared: PreparedFiles | undefined) => void)[] = [];
  #failed = false;

  constructor(folder: Folder) {
    this.#folder = folder;
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    this.#worker = new Worker(new URL(`./reader-worker.${extension}`, import.meta.url), {
      workerData: folder,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    this.#worker.on("message", (prepared: PreparedFiles) => this.#waiting.shift()?.(prepared));
    this.#worker.on("error", () => {
      this.#failed = true;
      for (const resolve of this.#waiting.splice(0)) resolve(undefined);
    });
  }

  /** Batches that it has been given and has not read. */
  get batches(): number {
    return this.#waiting.length;
  }

  async prepare(files: readonly ChangedFile[]): Promise<PreparedFiles> {
    const { promise, resolve } = Promise.withResolvers<PreparedFiles | undefined>();
    if (this.#failed) resolve(undefined);
    else {
      this.#waiting.push(resolve);
      this.#worker.postMessage(files);
    }
    return (await promise) ?? files.map((file) => prepareChanged(this.#folder, file));
  }

  end(): void {
    void this.#worker.terminate();
  }
}
