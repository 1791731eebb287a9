import type { FoundFile } from "../source/article-file.ts";
import { sameStamp } from "../source/file-stamp.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { FileEntry } from "./article-index.ts";

/** How the files differ from an index. */
export type Differences = {
  /** New files, and files that are not as they were. */
  readonly changed: readonly FoundFile[];
  /** What the index knows of changed files, and of files that are gone. */
  readonly known: readonly FileEntry[];
  readonly removed: ReadonlySet<string>;
};

/** Compares files with the entries that an index has of them, both in order of their paths. */
export async function compareFiles(
  files: readonly FoundFile[],
  entries: AsyncIterable<FileEntry> | Iterable<FileEntry>,
): Promise<Differences> {
  const changed: FoundFile[] = [];
  const known: FileEntry[] = [];
  const removed = new Set<string>();
  let next = 0;
  for await (const entry of entries) {
    const start = next;
    while (comesBefore(files[next], entry)) next++;
    for (const file of files.slice(start, next)) changed.push(file);
    const file = files[next];
    if (file?.path !== entry.path) {
      removed.add(entry.path);
      known.push(entry);
      continue;
    }
    next++;
    if (!sameStamp(file.stamp, entry.stamp)) {
      changed.push(file);
      known.push(entry);
    }
  }
  return { changed: [...changed, ...files.slice(next)], known, removed };
}

function comesBefore(file: FoundFile | undefined, entry: FileEntry): boolean {
  return file !== undefined && compareCodePoints(file.path, entry.path) < 0;
}
