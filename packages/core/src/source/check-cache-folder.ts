import { realpathSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { SettingsError } from "../errors.ts";
import { cleanLine } from "../text/clean-text.ts";
import { isInside } from "./inside.ts";

/**
 * Refuses to keep an index in the folder that it is of: nothing is ever written there.
 *
 * @param folder the archive's folder, as a real path.
 * @param cacheFolder where indexes are to be kept; it need not be there yet.
 * @throws {SettingsError} when it is the archive's folder or a folder in it.
 */
export function checkCacheFolder(folder: string, cacheFolder: string): void {
  if (!isInside(folder, realPathToBe(resolve(cacheFolder)))) return;
  const message = `The folder for indexes, “${cleanLine(cacheFolder)}”, is in the archive “${cleanLine(folder)}”, and nothing is ever written there; choose another with cacheDir (--cache).`;
  throw new SettingsError("cache-inside-archive", "cacheDir", message);
}

/** The real path that a folder has, or will have once it is made. */
function realPathToBe(path: string): string {
  for (let there = path; ; there = dirname(there)) {
    try {
      return join(realpathSync.native(there), relative(there, path));
    } catch {
      if (dirname(there) === there) return path;
    }
  }
}
