/** Milliseconds of quiet after which changes are looked at: an editor's save is several of them. */
const quietMs = 20;

/** Milliseconds after which changes are looked at even while more of them come. */
const longestMs = 200;

/** Gathers the folders in which something has changed, until it is quiet for a moment. */
export class HeardFolders {
  readonly #whenQuiet: (folders: ReadonlySet<string>) => void;
  #folders = new Set<string>();
  #firstAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(whenQuiet: (folders: ReadonlySet<string>) => void) {
    this.#whenQuiet = whenQuiet;
  }

  add(folder: string): void {
    if (this.#folders.size === 0) this.#firstAt = performance.now();
    this.#folders.add(folder);
    clearTimeout(this.#timer);
    const left = this.#firstAt + longestMs - performance.now();
    this.#timer = setTimeout(() => this.#tell(), Math.max(0, Math.min(quietMs, left)));
    this.#timer.unref();
  }

  /** Forgets what was heard. */
  close(): void {
    clearTimeout(this.#timer);
    this.#folders.clear();
  }

  #tell(): void {
    const folders = this.#folders;
    this.#folders = new Set();
    this.#whenQuiet(folders);
  }
}
