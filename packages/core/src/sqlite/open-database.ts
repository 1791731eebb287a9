import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { indexDamaged, indexNotKept } from "../archive/notices.ts";
import { keptColumnsEnding } from "./kept-columns.ts";
import { schema, schemaVersion } from "./schema.ts";

/**
 * Kibibytes of the index kept in memory: what is searched is kept by the system as well, and is read from there
 * as quickly; what is written goes to the log when there is no room for it. It is not mapped: a file that another
 * program damages or cuts while it is mapped would end the process instead of giving an error.
 */
const cachedKib = { searching: 4_096, writing: 16_384 } as const;

/** Milliseconds to wait for another process that is in the middle of a write. */
const busyTimeoutMs = 5_000;

/** Milliseconds between two tries to make an index that others make as well. */
const busyPauseMs = 20;

/** What nobody ever wakes a waiting thread by. */
const nobody = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** SQLITE_BUSY, SQLITE_CORRUPT and SQLITE_NOTADB (https://sqlite.org/rescode.html). */
const [busy, corrupt, notDatabase] = [5, 11, 26];

/** An open index file, and what the reader should be told about it. */
export type OpenDatabase = { readonly database: DatabaseSync; readonly notice?: string };

/**
 * Opens an index file, or makes it. A damaged one is thrown away: it is only a cache. Where no file can
 * be made the index is kept in memory; both are said in `notice`.
 */
export function openDatabase(file: string): OpenDatabase {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return { database: prepare(file) };
  } catch (error) {
    if (!isDamage(error)) return inMemory(error);
  }
  return replaceDatabase(file);
}

/** Throws a damaged index file away and makes a new one in its place. */
export function replaceDatabase(file: string): OpenDatabase {
  try {
    for (const suffix of ["", "-wal", "-shm", keptColumnsEnding])
      rmSync(`${file}${suffix}`, { force: true });
    return { database: prepare(file), notice: indexDamaged };
  } catch (error) {
    return inMemory(error);
  }
}

/** Has an index take the memory that suits its work. */
export function cacheFor(database: DatabaseSync, work: keyof typeof cachedKib): void {
  database.exec(`PRAGMA cache_size = ${-cachedKib[work]}`);
}

function inMemory(cause: unknown): OpenDatabase {
  return { database: prepare(":memory:"), notice: indexNotKept(cause) };
}

function prepare(file: string): DatabaseSync {
  const end = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      return prepareOnce(file);
    } catch (error) {
      // While another process makes the index too, SQLite does not wait by itself: each might wait for the other.
      if (primaryCode(error) !== busy || performance.now() > end) throw error;
      Atomics.wait(nobody, 0, 0, busyPauseMs);
    }
  }
}

function prepareOnce(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = ${-cachedKib.searching};
      PRAGMA journal_size_limit = ${64 * 2 ** 20};
    `);
    createTables(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function createTables(database: DatabaseSync): void {
  if (versionOf(database) === schemaVersion) return;
  database.exec("BEGIN IMMEDIATE");
  try {
    // Another process may have made them since we looked.
    const version = versionOf(database);
    if (version === 0) {
      database.exec(`${schema}; PRAGMA user_version = ${schemaVersion}`);
      const insert = database.prepare("INSERT INTO meta (name, value) VALUES ('epoch', ?)");
      insert.run(crypto.randomUUID().slice(0, 8));
    } else if (version !== schemaVersion) {
      throw new ForeignIndexError(`The index has version ${version}, not ${schemaVersion}.`);
    }
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
}

/** A file of our name whose tables are not ours. */
class ForeignIndexError extends Error {}

/** Whether an index has to be thrown away: it is damaged, no database, or not ours. */
export function isDamage(error: unknown): boolean {
  if (error instanceof ForeignIndexError) return true;
  const code = primaryCode(error);
  return code === corrupt || code === notDatabase;
}

/** What kind of error it is for SQLite; undefined for errors of others. */
function primaryCode(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error ? Number(error.errcode) & 0xff : undefined;
}
