import { statSync } from "node:fs";
import type { FileStamp } from "./article-file.ts";
import { stampOf } from "./file-stamp.ts";
import { realPathOf } from "./real-path.ts";

/** The stamp of an archive's file as it is now; undefined when it is gone, or is no file of the archive any more. */
export function statFile(root: string, path: string): FileStamp | undefined {
  try {
    const real = realPathOf(root, path);
    const stats = real === undefined ? undefined : statSync(real);
    return stats?.isFile() === true ? stampOf(stats) : undefined;
  } catch {
    return undefined;
  }
}
