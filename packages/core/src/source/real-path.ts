import { readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { cleanLine } from "../text/clean-text.ts";
import { failureCode } from "./failure-text.ts";
import { isInside } from "./inside.ts";

/**
 * The real path of a file of an archive; undefined when it is outside the archive. Throws what the file
 * system says when there is no such file.
 *
 * @param path as it is listed: inside the archive, `/` between its parts, its names cleaned.
 */
export function realPathOf(root: string, path: string): string | undefined {
  let real: string;
  try {
    real = realpathSync.native(join(root, path));
  } catch (error) {
    if (failureCode(error) !== "ENOENT") throw error;
    real = realpathSync.native(uncleanPath(root, path));
  }
  if (isInside(root, real) || isInside(realpathSync.native(root), real)) return real;
  return undefined;
}

/** The path in the file system of one whose names had to be cleaned; the same path when there is none. */
function uncleanPath(root: string, path: string): string {
  const full = join(root, path);
  const folder = path.includes("/") ? uncleanPath(root, dirname(path)) : root;
  const name = readdirSync(folder).find((each) => cleanLine(each) === basename(path));
  return name === undefined ? full : join(folder, name);
}
