import { statSync } from "node:fs";
import type { FileStamp } from "./article-file.ts";
import { failureCode } from "./failure-text.ts";
import { stampOf } from "./file-stamp.ts";
import { realPathOf } from "./real-path.ts";

/**
 * The stamp of an archive's file as it is now. `gone` when there is no such file of the archive any more;
 * `unknown` when it cannot be looked at, which says nothing about the file: so too while the archive's
 * folder itself is away.
 */
export function statFile(root: string, path: string): FileStamp | "gone" | "unknown" {
  try {
    const real = realPathOf(root, path);
    const stats = real === undefined ? undefined : statSync(real);
    return stats?.isFile() === true ? stampOf(stats) : "gone";
  } catch (error) {
    const code = failureCode(error);
    const missing = code === "ENOENT" || code === "ENOTDIR";
    return missing && statSync(root, { throwIfNoEntry: false }) !== undefined ? "gone" : "unknown";
  }
}
