import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { articleColumns, type ArticleColumns, type Columns } from "./columns.ts";
import type { ColumnsOfWrite } from "./read-columns.ts";

/** What the name of an index's file is followed by in that of its columns. */
export const keptColumnsEnding = ".columns";

/** Articles from which on columns are kept: fewer are read from the index in 10 ms. */
const manyArticles = 4_000;

/** How many articles must have changed for the columns to be kept anew: one in so many, and some more. */
const keptPerChanged = 64;

/** Changes whenever `Columns` does. */
const formVersion = 2;

/**
 * What stands in the file before the memory of the columns. Before it are a checksum of all that follows that,
 * and how long it is; after it zeros, so that the memory begins at a multiple of eight bytes.
 */
type Head = Omit<Columns, keyof ArticleColumns> & {
  readonly form: number;
  /** What the index says of its columns' file; that of another write is not taken. */
  readonly write: string;
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
    try {
      writeFileSync(`${this.#file}.new`, packedHead(columns, write), { mode: 0o600 });
      appendFileSync(`${this.#file}.new`, columns.memory);
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

/** Bytes of the checksum, and of it and the length of the head. */
const [sumBytes, preface] = [4, 8];

/** Where the memory of the columns begins, after a head of so many bytes. */
function memoryAt(headBytes: number): number {
  return Math.ceil((preface + headBytes) / 8) * 8;
}

/** What the file begins with: all that stands before the memory of the columns. */
function packedHead(columns: Columns, write: string): Uint8Array {
  const { count, undated, sets, totalLength, unsearchable } = columns;
  const head: Head = { form: formVersion, write, count, undated, sets, totalLength, unsearchable };
  const content = v8().serialize(head);
  const bytes = new Uint8Array(memoryAt(content.length));
  bytes.set(content, preface);
  const numbers = new Uint32Array(bytes.buffer, 0, 2);
  numbers[1] = content.length;
  numbers[0] = zlib().crc32(columns.memory, zlib().crc32(bytes.subarray(sumBytes)));
  return bytes;
}

/**
 * The columns in a file, in the memory that it is read into; undefined when it cannot be read, is damaged, or is
 * of another write.
 */
function unpacked(path: string, write: string): Columns | undefined {
  try {
    const bytes = readFileSync(path);
    const { buffer, byteOffset: start } = bytes;
    const [sum, headBytes = 0] = new Uint32Array(buffer, start, 2);
    if (zlib().crc32(bytes.subarray(sumBytes)) !== sum) return undefined;
    // Copied, so that what it holds does not keep all of the memory.
    const content = Buffer.from(bytes.subarray(preface, preface + headBytes));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by us, as the checksum says
    const head = v8().deserialize(content) as Head;
    const { form, write: itsWrite, ...columns } = head;
    if (form !== formVersion || itsWrite !== write) return undefined;
    const memory = articleColumns(head.count, head.sets, buffer, start + memoryAt(headBytes));
    return { ...columns, ...memory };
  } catch {
    return undefined;
  }
}
