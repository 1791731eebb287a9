import { statSync } from "node:fs";
import { join } from "node:path";
import { readingSettings, type ReadingSettings } from "../source/settings.ts";
import { hexOfText } from "../text/hash-text.ts";
import { analyzerVersion, schemaVersion } from "./schema.ts";

/** Changes whenever the same file would be read as another article than before. */
const readerVersion = 2;

/** The names that indexes have had in this version and in every other. */
const indexName = /^[0-9a-f]{24}-v\d+(?:\.\d+)*\.sqlite$/;

/** Whether a file name is that of an index, of whichever version. */
export function isIndexName(name: string): boolean {
  return indexName.test(name);
}

/**
 * The file that holds the index of a folder: named after the folder's real path, the settings that shape
 * reading, and the versions of everything that shapes it, so that a program never touches an index it does not know.
 */
export function indexFile(folder: string, settings: ReadingSettings, cacheFolder: string): string {
  const versions = [
    schemaVersion,
    analyzerVersion,
    readerVersion,
    process.versions["icu"],
    process.versions["unicode"],
  ];
  const identity = hexOfText(JSON.stringify([folder, readingSettings(settings), versions]), 24);
  return join(cacheFolder, `${identity}-v${versions.slice(0, 3).join(".")}.sqlite`);
}

/** What tells a file from another that takes its place later; empty when there is none to be seen. */
export function birthOf(file: string): string {
  try {
    const { dev, ino, birthtimeMs } = statSync(file);
    return `${dev} ${ino} ${birthtimeMs}`;
  } catch {
    return "";
  }
}
