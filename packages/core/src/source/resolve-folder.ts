import { opendirSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { FolderError } from "../errors.ts";
import { cleanLine } from "../text/clean-text.ts";

/**
 * The real path of a folder that is to be opened as an archive.
 *
 * @throws {FolderError} when it is not there, is not a folder, or cannot be read.
 */
export function resolveFolder(folder: string): string {
  const absolute = resolve(folder);
  const shown = `“${cleanLine(absolute)}”`;
  try {
    const real = realpathSync.native(absolute);
    if (!statSync(real).isDirectory()) {
      throw new FolderError(
        "not-a-folder",
        absolute,
        `${shown} is not a folder; give the folder that holds your articles.`,
      );
    }
    // Opened only: to read it all takes half a second where it holds a million files.
    opendirSync(real).closeSync();
    return real;
  } catch (error) {
    if (error instanceof FolderError) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") {
      const message = `There is no folder ${shown}; check the name, or where you are.`;
      throw new FolderError("folder-not-found", absolute, message, { cause: error });
    }
    const message = `The folder ${shown} cannot be read (${String(code)}); its permissions or its drive may be the reason.`;
    throw new FolderError("folder-unreadable", absolute, message, { cause: error });
  }
}
