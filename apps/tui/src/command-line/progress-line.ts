import type { ArchiveStatus } from "@broadsheet/core/view";
import { words } from "../words/words.ts";

/** A command that takes less than this says nothing of its progress. */
const patienceMs = 1_000;

/** Milliseconds between two lines where they are not written over each other, as in a log. */
const lineEveryMs = 10_000;

/** Where progress is shown: standard error. */
export type ProgressStream = {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
};

/** Says how far an archive is: in a terminal in one line, elsewhere in a new line now and then. */
export class ProgressLine {
  readonly #errors: ProgressStream;
  readonly #now: () => number;
  #nextMs: number;
  #hasLine = false;

  /** `now` gives milliseconds of a clock that never goes back. */
  constructor(errors: ProgressStream, now: () => number) {
    this.#errors = errors;
    this.#now = now;
    this.#nextMs = now() + (errors.isTTY === true ? patienceMs : lineEveryMs);
  }

  show(status: ArchiveStatus): void {
    const nowMs = this.#now();
    if (status.state === "ready" || nowMs < this.#nextMs) return;
    const said = status.state === "building" ? words.building(status) : words.checking(status);
    if (this.#errors.isTTY === true) {
      this.#hasLine = true;
      this.#errors.write(`\r\x1b[2K${said}`);
    } else {
      this.#nextMs = nowMs + lineEveryMs;
      this.#errors.write(`broadsheet: ${said}\n`);
    }
  }

  /** Takes the line off the terminal. */
  end(): void {
    if (this.#hasLine) this.#errors.write("\r\x1b[2K");
  }
}
