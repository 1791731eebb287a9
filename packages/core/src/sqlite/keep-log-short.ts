import { statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { DatabaseSync } from "node:sqlite";

/** Bytes of the write-ahead log from which on it is begun anew: some seconds of a build. */
const longLog = 32 * 2 ** 20;

/** Milliseconds that a writer waits for those who read: the longest query is over by then. */
const patienceMs = 3_000;
const retryMs = 25;

/**
 * Keeps the write-ahead log of an index short. SQLite begins it anew by itself when nobody reads, which never
 * comes true where several programs read all the time (https://sqlite.org/wal.html#avoiding_excessively_large_wal_files).
 * Here the writer rests until all who read do so from the index itself.
 */
export class LogKeeper {
  readonly #database: DatabaseSync;
  readonly #log: string | undefined;
  #longest = longLog;

  constructor(database: DatabaseSync) {
    this.#database = database;
    const file = database.location();
    this.#log = file === null ? undefined : `${file}-wal`;
  }

  /** Begins a long log anew, between two writes; waits no more for a while when somebody reads for too long. */
  async keepShort(): Promise<void> {
    const length = this.#length();
    if (length < longLog) return;
    const isWorthWaiting = length >= this.#longest;
    // What was written stays written when this fails; the next write fails too, and says why.
    const isShort = await this.#waitAndBegin(isWorthWaiting ? patienceMs : 0).catch(() => false);
    if (isShort) this.#longest = longLog;
    else if (isWorthWaiting) this.#longest = length + longLog;
  }

  async #waitAndBegin(waitMs: number): Promise<boolean> {
    const end = performance.now() + waitMs;
    while (this.#database.isOpen) {
      if (this.#beginAnew()) return true;
      if (performance.now() >= end) return false;
      await setTimeout(retryMs);
    }
    return false;
  }

  #length(): number {
    try {
      return this.#log === undefined ? 0 : statSync(this.#log).size;
    } catch {
      // There is none, or its folder is gone.
      return 0;
    }
  }

  /** Without the timeout of the connection, which would keep the whole thread waiting. */
  #beginAnew(): boolean {
    const { timeout } = this.#database.prepare("PRAGMA busy_timeout").get() ?? {};
    this.#database.exec("PRAGMA busy_timeout = 0");
    try {
      const result = this.#database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
      return result?.["busy"] === 0;
    } finally {
      this.#database.exec(`PRAGMA busy_timeout = ${Number(timeout)}`);
    }
  }
}
