import { statSync } from "node:fs";
import { join } from "node:path";
import { failureCode } from "./failure-text.ts";
import { realPathOf } from "./real-path.ts";
import type { Place } from "./read-folder.ts";

/**
 * Where a folder of an archive is. `gone` when there is no such folder; `elsewhere` when the way to it
 * leads through a link or its name had to be cleaned, so that its path alone does not say what it is.
 */
export function placeOf(root: string, path: string): Place | "gone" | "elsewhere" {
  try {
    const full = join(root, path);
    if (realPathOf(root, path) !== full) return "elsewhere";
    return statSync(full).isDirectory() ? { path, full } : "gone";
  } catch (error) {
    const code = failureCode(error);
    return code === "ENOENT" || code === "ENOTDIR" ? "gone" : "elsewhere";
  }
}
