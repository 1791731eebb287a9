import type { FileEntry } from "./article-index.ts";

/**
 * Files that are gone and that an index still has. They leave it as others come, so that thousands which were
 * only moved are neither missed in between nor there twice.
 */
export class LeavingFiles {
  readonly #files: Map<string, FileEntry>;
  readonly #byWantedId: ReadonlyMap<string, readonly FileEntry[]>;

  /** `gone`: those that leave first come first. */
  constructor(gone: readonly FileEntry[]) {
    this.#files = new Map(gone.map((entry) => [entry.path, entry]));
    this.#byWantedId = Map.groupBy(gone, ({ wantedId }) => wantedId);
  }

  get size(): number {
    return this.#files.size;
  }

  /** Takes those that want one of some ids, which came with other files, then more until so many are left. */
  take(ids: readonly string[], left: number): readonly FileEntry[] {
    const taken: FileEntry[] = [];
    const take = (entry: FileEntry): void => {
      if (this.#files.delete(entry.path)) taken.push(entry);
    };
    for (const id of ids) for (const entry of this.#byWantedId.get(id) ?? []) take(entry);
    for (const entry of this.#files.values()) {
      if (this.#files.size <= left) break;
      take(entry);
    }
    return taken;
  }
}
