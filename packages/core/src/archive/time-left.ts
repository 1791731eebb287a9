/** Milliseconds of work before anything is said: what is over sooner needs no word, and begins unsteadily. */
const silentMs = 2_000;

/** The part of the files that is done before anything is said. */
const leastPart = 0.02;

/**
 * Milliseconds over which the pace is taken: long beside a batch, short beside a change of what is read; at first
 * a part of what has passed, since the work begins more slowly than it goes on.
 */
const paceMs = 15_000;
const pacePart = 1 / 3;

/** Milliseconds in which what is said comes near to what is reckoned, when the two are far apart. */
const correctionMs = 4_000;

/** How far apart they may be before that: a part of the time left, and milliseconds. */
const tolerance = 0.1;
const toleranceMs = 2_000;

/** Below so many seconds, time is told in steps of so many. */
const steps: readonly (readonly [below: number, step: number])[] = [
  [10, 1],
  [60, 5],
  [600, 10],
  [Infinity, 60],
];

/** Tells how long some work will take yet, calmly: it counts down with the clock, and is corrected little by little. */
export class TimeLeft {
  readonly #begunMs: number;
  #lastMs: number;
  #lastDone = 0;
  /** Files done, and milliseconds they took, both fading with time. */
  #files = 0;
  #ms = 0;
  #endMs: number | undefined;

  /** `nowMs` is of a clock that never goes back. */
  constructor(nowMs: number) {
    this.#begunMs = nowMs;
    this.#lastMs = nowMs;
  }

  /** Takes note of how much is done, of how much. */
  report(done: number, total: number, nowMs: number): void {
    const passedMs = nowMs - this.#lastMs;
    const fading = Math.exp(-passedMs / Math.min(paceMs, pacePart * (nowMs - this.#begunMs) + 1));
    this.#files = this.#files * fading + done - this.#lastDone;
    this.#ms = this.#ms * fading + passedMs;
    this.#lastMs = nowMs;
    this.#lastDone = done;
    if (nowMs - this.#begunMs < silentMs || done < total * leastPart || this.#files <= 0) return;
    const reckonedMs = nowMs + ((total - done) * this.#ms) / this.#files;
    this.#endMs ??= reckonedMs;
    const error = reckonedMs - this.#endMs;
    if (Math.abs(error) > Math.max(toleranceMs, tolerance * (reckonedMs - nowMs)))
      this.#endMs += error * (1 - Math.exp(-passedMs / correctionMs));
  }

  /** Whole seconds, at least 1; undefined while it is too early to say. */
  seconds(nowMs: number): number | undefined {
    if (this.#endMs === undefined) return undefined;
    const seconds = Math.max(1, (this.#endMs - nowMs) / 1_000);
    const step = steps.find(([below]) => seconds < below)?.[1] ?? 1;
    return Math.ceil(seconds / step) * step;
  }
}
