import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import type { Columns } from "./columns.ts";
import type { ColumnsOfWrite } from "./read-columns.ts";

/** What the name of an index's file is followed by in that of its columns. */
export const keptColumnsEnding = ".columns";

/** Articles from which on columns are kept: fewer are read from the index in 10 ms. */
const manyArticles = 4_000;

/** How many articles must have changed for the columns to be kept anew: one in so many, and some more. */
const keptPerChanged = 64;

/** Changes whenever `Columns` does. */
const formVersion = 1;

/** What the file holds. */
type Kept = {
  readonly form: number;
  /** What the index says of its columns' file; that of another write is not taken. */
  readonly write: string;
  readonly columns: Columns;
};

/**
 * The columns of some write in a file beside the index: to read a million articles takes 2.5 s from the
 * tables and 60 ms from here, with what has changed since. The file is made while there is nothing else to do, is
 * replaced as a whole, and counts only while the index names it: what is lost with a crash is only time.
 */
export class KeptColumns {
  readonly #database: DatabaseSync;
  readonly #file: string | undefined;
  #isRefused = false;
  /** Whether the columns that the index names were not there, or damaged. */
  #isLost = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    const location = database.location();
    this.#file = location === null ? undefined : location + keptColumnsEnding;
  }

  /** The columns as they were kept; undefined where there are none of this index, or they are damaged. */
  read(): ColumnsOfWrite | undefined {
    const write = this.#write();
    if (this.#file === undefined || write === undefined) return undefined;
    const columns = unpacked(this.#file, write);
    this.#isLost = columns === undefined;
    return columns && { columns, sequence: sequenceOf(write) };
  }

  /** Whether columns should be kept anew: much has changed since they were, or they could not be read. */
  isOutdated(): boolean {
    if (this.#file === undefined || this.#isRefused) return false;
    const write = this.#write();
    const changed = this.#number(
      "SELECT count(*) AS number FROM articles WHERE changed_at > ?",
      write === undefined || this.#isLost ? -1 : sequenceOf(write),
    );
    const articles = this.#number("SELECT value AS number FROM meta WHERE name = 'articles'");
    return articles >= manyArticles && changed > (articles + manyArticles) / keptPerChanged;
  }

  /** Keeps columns, within a transaction that writes. Where there is no room for the file nothing is kept. */
  keep({ columns, sequence }: ColumnsOfWrite): void {
    if (this.#file === undefined) return;
    // The number alone would not do: writes that are lost with the power are followed by others of their numbers.
    const write = `${sequence}.${crypto.randomUUID()}`;
    const bytes = packed(columns, write);
    try {
      writeFileSync(`${this.#file}.new`, bytes, { mode: 0o600 });
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // What was written of it takes room that others lack.
      rmSync(`${this.#file}.new`, { force: true });
      this.#isRefused = true;
      return;
    }
    this.#database
      .prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('columns', ?)")
      .run(write);
    this.#isLost = false;
  }

  #number(sql: string, ...values: number[]): number {
    return Number(this.#database.prepare(sql).get(...values)?.["number"]);
  }

  #write(): string | undefined {
    const row = this.#database.prepare("SELECT value FROM meta WHERE name = 'columns'").get();
    return row === undefined ? undefined : String(row["value"]);
  }
}

function sequenceOf(write: string): number {
  return Number.parseInt(write, 10);
}

/** Loaded when columns are read or kept: whoever only lists the newest articles waits for neither. */
const v8 = (): typeof import("node:v8") => process.getBuiltinModule("node:v8");
const zlib = (): typeof import("node:zlib") => process.getBuiltinModule("node:zlib");

/** A checksum comes before what it is of, with as many bytes again so that the arrays are aligned. */
const preface = 8;

function packed(columns: Columns, write: string): Uint8Array {
  const kept: Kept = { form: formVersion, write, columns };
  const content = v8().serialize(kept);
  const bytes = new Uint8Array(preface + content.length);
  bytes.set(content, preface);
  new Uint32Array(bytes.buffer, 0, 1)[0] = zlib().crc32(content);
  return bytes;
}

/** The columns in a file; undefined when it cannot be read, is damaged, or is of another write. */
function unpacked(path: string, write: string): Columns | undefined {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(preface);
    if (zlib().crc32(content) !== new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0])
      return undefined;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by us, as the checksum says
    const kept = v8().deserialize(content) as Kept;
    return kept.form === formVersion && kept.write === write ? kept.columns : undefined;
  } catch {
    return undefined;
  }
}
