/** Least milliseconds between two looks at all files while questions come and changes are not announced. */
const lookEveryMs = 2_000;

/** The same while changes are announced: in case one was missed. */
const lookEveryMsWatched = 60_000;

/** How much longer than it takes a look at the files has to wait: it costs at most a fiftieth of the time. */
const restPerLook = 50;

/** Tells when all files are to be looked at again. */
export class NextLook {
  #atMs = Infinity;
  #lookMs = 0;

  isDue(): boolean {
    return performance.now() >= this.#atMs;
  }

  /** A look has begun: no other is due before it has ended. */
  begin(): void {
    this.#atMs = Infinity;
  }

  /** A look took so many milliseconds, without reading the changed files. */
  took(ms: number): void {
    this.#lookMs = ms;
  }

  /** A look has ended. */
  end(isWatched: boolean): void {
    const least = isWatched ? lookEveryMsWatched : lookEveryMs;
    this.#atMs = performance.now() + Math.max(least, restPerLook * this.#lookMs);
  }

  /** Something has failed: what was to be looked at is not known any more. */
  hasten(): void {
    this.#atMs = Math.min(this.#atMs, performance.now() + lookEveryMs);
  }
}
