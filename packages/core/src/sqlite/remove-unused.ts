import {
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { failureCode } from "../source/failure-text.ts";
import { isIndexName } from "./index-file.ts";
import { keptColumnsEnding } from "./kept-columns.ts";
import { isDamage } from "./open-database.ts";

/** What stands beside an index file: SQLite's own files, the lock of the writer, which folder it is of, its columns. */
const companions = [
  "-wal",
  "-shm",
  ".lock",
  ".folder",
  keptColumnsEnding,
  `${keptColumnsEnding}.new`,
] as const;

const dayMs = 86_400_000;

/** Age from which an index is removed that was not opened since: whoever has two programs uses both. */
const unusedMs = 30 * dayMs;

/** Age from which files are removed that belong to no index: what is just being made is younger. */
const orphanedMs = dayMs;

/** Notes that an index is in use now, and which archive's it is. Where that cannot be written it is not kept. */
export function noteUse(file: string, folder: string): void {
  const note = `${file}.folder`;
  try {
    if (readText(note) === folder) utimesSync(note, new Date(), new Date());
    else writeFileSync(note, folder, { mode: 0o600 });
  } catch {
    // An index without a note is only removed later.
  }
}

/**
 * Removes what nobody needs in the folder of an index: indexes of the same archive for other settings or by
 * other versions, and those of archives that are gone, when they were not opened for a month; and files that
 * interrupted work has left. An index that any process of any version has open stays: SQLite's lock on it,
 * which the system releases when a process ends, is held while it is removed.
 */
export function removeUnused(file: string, folder: string, nowMs: number): void {
  const cacheFolder = dirname(file);
  const names = namesIn(cacheFolder);
  for (const name of names) {
    const path = join(cacheFolder, name);
    const index = indexOf(name);
    if (index === undefined || index === basename(file)) continue;
    if (index !== name) {
      if (!names.has(index) && ageOf(path, nowMs) > orphanedMs) remove(path);
    } else if (lastUse(path, nowMs) > unusedMs && isUnneeded(path, folder)) removeIndex(path);
  }
}

function namesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

/** The name of the index that a file belongs to; undefined for what is not ours. */
function indexOf(name: string): string | undefined {
  const companion = companions.find((ending) => name.endsWith(ending)) ?? "";
  const index = name.slice(0, name.length - companion.length);
  return isIndexName(index) ? index : undefined;
}

/** Milliseconds since an index was opened or written. */
function lastUse(index: string, nowMs: number): number {
  return Math.min(...["", ".folder", "-wal"].map((ending) => ageOf(index + ending, nowMs)));
}

/** A clock that has jumped makes no file old. */
function ageOf(path: string, nowMs: number): number {
  const stats = statsOf(path);
  return stats === undefined ? Infinity : Math.abs(nowMs - stats.mtimeMs);
}

/** Whether an index is this archive's, or that of one which is gone, or nobody knows of which. */
function isUnneeded(index: string, folder: string): boolean {
  const of = readText(`${index}.folder`);
  if (of === undefined || of === folder) return true;
  try {
    return !statSync(of).isDirectory();
  } catch (error) {
    // What may not be looked at is not gone.
    return ["ENOENT", "ENOTDIR"].includes(failureCode(error));
  }
}

/** Undefined for what is not there, or may not be looked at. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Removes an index unless some process has it open. */
function removeIndex(index: string): void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(index, { timeout: 0 });
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    remove(index);
  } catch (error) {
    if (isDamage(error)) remove(index);
  }
  database?.close();
  if (statsOf(index) !== undefined) return;
  for (const ending of companions) remove(index + ending);
}

/** Removes a file; what cannot be removed stays. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Another time, or never: it costs space and nothing else.
  }
}
