import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { maxFileBytes } from "./read-article-file.ts";
import { realPathOf } from "./real-path.ts";

/** Read only; never waits for a FIFO's other end; never opens a link put in the place of the real path. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * The bytes of a file in an archive's folder as they stand there, up to `maxFileBytes`: whatever is written
 * in them, so give them to nobody as a page. Undefined when it is no file, lies outside or cannot be read.
 *
 * @example
 * ```ts
 * import { readSource } from "@broadsheet/core/node";
 *
 * String.fromCharCode(...(readSource("articles", "bridge.md") ?? []).slice(0, 3)); // => "---"
 * readSource("articles", "../bridge.md"); // => undefined
 * ```
 */
export function readSource(folder: string, path: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const real = realPathOf(folder, path);
    if (real === undefined) return undefined;
    const file = openSync(real, openFlags);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return undefined;
      const bytes = new Uint8Array(Math.min(stats.size, maxFileBytes));
      let length = 0;
      while (length < bytes.length) {
        const read = readSync(file, bytes, length, bytes.length - length, length);
        if (read === 0) break;
        length += read;
      }
      return bytes.subarray(0, length);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
