import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";

/** Milliseconds to the second try while another process has the lock: it may only write one edit. */
const firstRetryMs = 5;

/** The most between two tries, each of which waits twice as long as the one before: it may write a whole archive. */
const longestRetryMs = 100;

/**
 * Lets one process at a time write an index. The lock is an open transaction on a file beside the index,
 * so the system takes it back from a process that dies. Work of one process is done in turn.
 */
export class WriterLock {
  readonly #file: string | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #inLine = 0;

  /** `file` is undefined for an index in memory, which no other process sees. */
  constructor(file: string | undefined) {
    this.#file = file;
  }

  /**
   * Does some work while holding the lock. While other work or another process has it, waits, or, with
   * `wait` false, gives undefined at once. `stopped` ends the waiting.
   */
  run<Result>(
    work: () => Promise<Result>,
    wait: boolean,
    stopped: () => boolean,
  ): Promise<Result | undefined> {
    if (!wait && this.#inLine > 0) return Promise.resolve(undefined);
    this.#inLine++;
    const turn = this.#queue.then(async () => {
      let lock = this.#take();
      for (let retryMs = firstRetryMs; lock === "busy"; retryMs *= 2) {
        if (!wait || stopped()) return undefined;
        await setTimeout(Math.min(retryMs, longestRetryMs));
        lock = this.#take();
      }
      try {
        return await work();
      } finally {
        if (lock !== "none") lock.close();
      }
    });
    this.#queue = turn.catch(() => {}).then(() => this.#inLine--);
    return turn;
  }

  /** The lock; `busy` when another process has it, `none` where the file system has no locks. */
  #take(): DatabaseSync | "busy" | "none" {
    if (this.#file === undefined) return "none";
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(this.#file, { timeout: 0 });
      database.exec("BEGIN EXCLUSIVE");
      return database;
    } catch (error) {
      database?.close();
      return isBusy(error) ? "busy" : "none";
    }
  }
}

/** SQLITE_BUSY and SQLITE_LOCKED (https://sqlite.org/rescode.html). */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  const primary = Number(error.errcode) & 0xff;
  return primary === 5 || primary === 6;
}
