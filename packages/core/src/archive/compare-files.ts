import type { FoundFile } from "../source/article-file.ts";
import { sameStamp } from "../source/file-stamp.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex, FileEntry } from "./article-index.ts";
import { sliceMs } from "./limits.ts";

/** How the files differ from an index. */
export type Differences = {
  /** New files, and files that are not as they were. */
  readonly changed: readonly FoundFile[];
  /** What the index knows of changed files, and of files that are gone. */
  readonly known: readonly FileEntry[];
  readonly removed: ReadonlySet<string>;
};

/**
 * Compares files with those that an index knows, both in order of their paths, the latter in pages; `pause` lets
 * others have a turn.
 */
export async function compareFiles(
  index: Pick<ArticleIndex, "find">,
  files: readonly FoundFile[],
  indexed: AsyncIterable<readonly FoundFile[]> | Iterable<readonly FoundFile[]>,
  pause: () => Promise<void>,
): Promise<Differences> {
  const changed: FoundFile[] = [];
  const different: string[] = [];
  const removed = new Set<string>();
  let next = 0;
  for await (const page of indexed) {
    for (const { path, stamp } of page) {
      for (let file = files[next]; comesBefore(file, path); file = files[++next])
        changed.push(file);
      const file = files[next];
      if (file?.path !== path) {
        removed.add(path);
        different.push(path);
        continue;
      }
      next++;
      if (sameStamp(file.stamp, stamp)) continue;
      changed.push(file);
      different.push(path);
    }
  }
  const known: FileEntry[] = [];
  let end = performance.now() + sliceMs;
  for (const path of different) {
    if (performance.now() > end) {
      await pause();
      end = performance.now() + sliceMs;
    }
    const entry = await index.find({ path });
    if (entry !== undefined) known.push(entry);
  }
  return { changed: [...changed, ...files.slice(next)], known, removed };
}

function comesBefore(file: FoundFile | undefined, path: string): file is FoundFile {
  return file !== undefined && file.path !== path && compareCodePoints(file.path, path) < 0;
}
