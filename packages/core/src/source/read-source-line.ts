import { closeSync, constants, openSync, readSync } from "node:fs";
import { decodeText } from "./decode-text.ts";
import { realPathOf } from "./real-path.ts";

/** Bytes of a file that are looked at; a line further on is not found. */
const maxBytes = 1_048_576;

/** Read only; never waits for a FIFO's other end; never opens a link put in the place of the real path. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

const lineEnds = /\r{1,2}\n|[\n\r]/;

/** Line ends of a file that has no others; elsewhere they are read as spaces. */
const separators = /[\u0085\u2028\u2029]/;

/**
 * A line of a file in an archive's folder, from 1, as it stands there: to show where a problem is, which
 * counts its columns in it. It is not cleaned; undefined when there is no such line or it cannot be read.
 *
 * @example
 * ```ts
 * import { readSourceLine } from "@broadsheet/core/node";
 *
 * readSourceLine("articles", "bridge.md", 2); // => "title: A bridge opens"
 * readSourceLine("articles", "bridge.md", 200); // => undefined
 * ```
 */
export function readSourceLine(folder: string, path: string, line: number): string | undefined {
  try {
    const real = realPathOf(folder, path);
    if (real === undefined) return undefined;
    const file = openSync(real, openFlags);
    try {
      const buffer = new Uint8Array(maxBytes);
      const length = readSync(file, buffer, 0, maxBytes, 0);
      const { text } = decodeText(buffer.subarray(0, length), true);
      return text.split(/[\n\r]/.test(text) ? lineEnds : separators)[line - 1];
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
