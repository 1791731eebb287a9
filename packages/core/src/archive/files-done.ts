import { updatesAtOnce } from "./limits.ts";
import { TimeLeft } from "./time-left.ts";

/** How far the work on an archive's files is. */
export class FilesDone {
  /** Files done, and to do, by the work under way or the last one. */
  done = 0;
  total = 0;
  #timeLeft: TimeLeft | undefined;

  /** Whether there is more to do than is done at once: the index agrees with the files when it has ended. */
  get isMuch(): boolean {
    return this.done < this.total && this.total > updatesAtOnce;
  }

  report(done: number, total: number): void {
    this.done = done;
    this.total = total;
    if (done === 0) this.#timeLeft = new TimeLeft(performance.now());
    this.#timeLeft?.report(done, total, performance.now());
  }

  /** The work has ended, well or not. */
  end(): void {
    this.done = this.total;
    this.#timeLeft = undefined;
  }

  /** As in `ArchiveStatus`. */
  get secondsLeft(): number | undefined {
    return this.#timeLeft?.seconds(performance.now());
  }
}
