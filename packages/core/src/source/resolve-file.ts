import { realpathSync, statSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { FileError } from "../errors.ts";
import { cleanLine } from "../text/clean-text.ts";
import { failureCode } from "./failure-text.ts";

/** Where a file is: in which archive's folder, and its path in it as it is listed. */
export type FilePlace = { readonly root: string; readonly path: string };

/**
 * The place of a file that a caller names. What cannot be found out here, because the file may not be looked
 * at, shows when it is read.
 *
 * @param folder the archive that the file belongs to, as `resolveFolder` gives it; absent when it stands alone.
 * @throws {FileError} when it is not there, is a folder, or is no file of the archive.
 */
export function resolveFile(file: string, folder?: string): FilePlace {
  const absolute = folder === undefined ? resolve(file) : resolve(folder, file);
  const shown = `“${cleanLine(absolute)}”`;
  const root = folder ?? dirname(absolute);
  const path = relative(root, absolute).split(sep).join("/");
  if (path === ".." || path.startsWith("../") || resolve(root, path) !== absolute) {
    const message = `${shown} is not in the folder “${cleanLine(root)}”; name a file of that folder.`;
    throw new FileError("file-outside", absolute, message);
  }
  try {
    const real = realpathSync.native(absolute);
    if (statSync(real).isDirectory()) {
      const message = `${shown} is a folder; name a file, or read the folder with \`readArticles\`.`;
      throw new FileError("not-a-file", absolute, message);
    }
    // A file that is named by itself may be a link to anywhere: whoever named it chose it.
    if (folder === undefined) return { root: dirname(real), path: cleanLine(basename(real)) };
  } catch (error) {
    if (error instanceof FileError) throw error;
    if (failureCode(error) === "ENOENT" || failureCode(error) === "ENOTDIR") {
      const message = `There is no file ${shown}; check the name, or where you are.`;
      throw new FileError("file-not-found", absolute, message, { cause: error });
    }
  }
  return { root, path: cleanLine(path) };
}
