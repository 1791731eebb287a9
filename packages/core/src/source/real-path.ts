import { readdirSync, realpathSync } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { cleanLine } from "../text/clean-text.ts";
import { failureCode } from "./failure-text.ts";
import { isInside } from "./inside.ts";

/**
 * The real path of a file of an archive, in bytes where it is not UTF-8; undefined when it is outside the
 * archive. Throws what the file system says when there is no such file.
 *
 * @param path as it is listed: inside the archive, `/` between its parts, its names cleaned.
 */
export function realPathOf(root: string, path: string): string | Buffer | undefined {
  let real: string | Buffer;
  try {
    real = realpathSync.native(path === "" ? root : `${root}${sep}${path}`);
  } catch (error) {
    if (failureCode(error) !== "ENOENT") throw error;
    real = asText(realpathSync.native(unlistedPath(root, path), { encoding: "buffer" }));
  }
  const shown = real.toString();
  if (isInside(root, shown) || isInside(realpathSync.native(root), shown)) return real;
  return undefined;
}

/** The path in the file system of one that is listed otherwise, because a name is unsafe or not UTF-8. */
function unlistedPath(root: string, path: string): Buffer {
  if (path === "") return Buffer.from(root);
  const folder = path.includes("/") ? unlistedPath(root, dirname(path)) : Buffer.from(root);
  return inFolder(folder, unlistedName(folder, basename(path)) ?? Buffer.from(basename(path)));
}

/** The name, in bytes, of what is listed under this name in a folder; undefined when there is none. */
export function unlistedName(folder: string | Buffer, name: string): Buffer | undefined {
  return readdirSync(folder, { encoding: "buffer" }).find(
    (each) => cleanLine(each.toString()) === name,
  );
}

/** The path of a name in a folder. */
export function inFolder(folder: string | Buffer, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}

/** Bytes as a text, where they are one. */
function asText(bytes: Buffer): string | Buffer {
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? text : bytes;
}
