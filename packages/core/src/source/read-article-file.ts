import { hash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { makeProblem } from "../problem.ts";
import type { ArticleFile, FileStamp, FoundFile } from "./article-file.ts";
import { failureCode, failureText } from "./failure-text.ts";
import { sameStamp, stampOf } from "./file-stamp.ts";
import { realPathOf } from "./real-path.ts";
import { readText } from "./read-text.ts";

/** Most bytes read of one file: five long novels, and what can be parsed in under a second. */
export const maxFileBytes: number = 8 * 1024 * 1024;

/** A first read of this size takes all of nearly every article. */
const firstBufferBytes = 256 * 1024;

/** Read only; never waits for a FIFO's other end; never opens a link put in the place of the real path. */
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Reused by every read: nothing here is asynchronous, so there is only one at a time. */
let buffer = new Uint8Array(firstBufferBytes);

/**
 * Reads a file that was found in an archive. Nothing throws: a file that is gone, may not be read, is no
 * longer a regular file or now lies outside the archive has an empty text and a problem. Its stamp is that
 * of the moment it was read.
 *
 * @param root the archive's folder.
 */
export function readArticleFile(root: string, found: FoundFile): ArticleFile {
  const { path } = found;
  let bytes: ReadBytes;
  try {
    bytes = readAsFound(root, found) ?? readBytes(root, path);
  } catch (error) {
    const gone = failureCode(error) === "ENOENT" || failureCode(error) === "ENOTDIR";
    const problem = gone
      ? makeProblem("file-vanished", { path })
      : makeProblem("file-unreadable", { path, value: failureText(error) });
    return { path, stamp: found.stamp, text: "", problems: [problem] };
  }
  if (typeof bytes === "string") {
    const problems = [makeProblem("file-unreadable", { path, value: bytes })];
    return { path, stamp: found.stamp, text: "", problems };
  }
  const { stamp } = bytes;
  const cut = stamp.size > maxFileBytes;
  const { text, problems } = readText(path, bytes.bytes, cut);
  const value = `${String(stamp.size)} bytes, of which ${String(maxFileBytes)} are read`;
  const size = cut ? [makeProblem("file-too-large", { path, value })] : [];
  return { path, stamp, text, digest: digestOf(bytes.bytes), problems: [...size, ...problems] };
}

/** 128 bits in 22 letters: nobody makes two files that share them. */
function digestOf(bytes: Uint8Array): string {
  return hash("sha256", bytes, "base64url").slice(0, 22);
}

/** The first bytes of a file, in the shared buffer; or why it is not read. */
type ReadBytes = { readonly bytes: Uint8Array; readonly stamp: FileStamp } | string;

/**
 * The bytes of the very file that was found: its number and the time of its last change, which nobody can
 * set, say that no link was put in its folders' place since. So it needs no other look at where it lies.
 */
function readAsFound(root: string, { path, stamp }: FoundFile): ReadBytes | undefined {
  let file: number;
  try {
    file = openSync(`${root}/${path}`, openFlags);
  } catch {
    return undefined;
  }
  try {
    const stats = fstatSync(file);
    return stats.isFile() && sameStamp(stampOf(stats), stamp)
      ? { bytes: readAll(file, Math.min(stats.size, maxFileBytes)), stamp }
      : undefined;
  } finally {
    closeSync(file);
  }
}

/** The bytes of whatever file is there now, when it lies inside the archive. */
function readBytes(root: string, path: string): ReadBytes {
  const real = realPathOf(root, path);
  if (real === undefined) return "it lies outside the archive";
  const file = openSync(real, openFlags);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return "it is not a regular file";
    return { bytes: readAll(file, Math.min(stats.size, maxFileBytes)), stamp: stampOf(stats) };
  } finally {
    closeSync(file);
  }
}

function readAll(file: number, size: number): Uint8Array {
  if (buffer.length < size) buffer = new Uint8Array(Math.min(maxFileBytes, size * 2));
  let length = 0;
  while (length < size) {
    const count = readSync(file, buffer, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}
