import type { Stats } from "node:fs";
import type { FileStamp } from "./article-file.ts";

/** What the file system says of a file, as far as it tells that the file has changed. */
export function stampOf(stats: Stats): FileStamp {
  return {
    size: stats.size,
    modifiedMs: stats.mtimeMs,
    changedMs: stats.ctimeMs,
    inode: stats.ino,
  };
}

/** The stamp of a file that may not be looked at. */
export const noStamp: FileStamp = { size: 0, modifiedMs: 0, changedMs: 0, inode: 0 };
