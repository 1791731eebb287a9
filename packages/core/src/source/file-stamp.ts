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

/** Milliseconds between two ticks of the clock that file times are taken from: 10 on the slowest kernels. */
const tickMs = 20;

/** The same where a file system keeps whole seconds only: FAT keeps every second one. */
const coarseTickMs = 2_000;

/**
 * The stamp to remember of a file that was read just now. When the file changed so shortly before that
 * another change could leave the same times, the stamp fits no file: it will be read once more.
 */
export function rememberedStamp(stamp: FileStamp, nowMs: number): FileStamp {
  const isCoarse = stamp.modifiedMs % 1_000 === 0 && stamp.changedMs % 1_000 === 0;
  const ageMs = Math.abs(nowMs - stamp.changedMs);
  return ageMs < (isCoarse ? coarseTickMs : tickMs) ? { ...stamp, changedMs: -1 } : stamp;
}

/** Whether a file is still the one that was read, by all that the file system says of it. */
export function sameStamp(a: FileStamp, b: FileStamp): boolean {
  return (
    a.size === b.size &&
    a.modifiedMs === b.modifiedMs &&
    a.changedMs === b.changedMs &&
    a.inode === b.inode
  );
}
