import type { DatabaseSync, StatementSync } from "node:sqlite";
import { mustHold } from "./damaged-index.ts";

// The file format of FTS5 is told at the head of ext/fts5/fts5_index.c in SQLite's sources. It has a version, by
// which every later SQLite can read it; test/sqlite/postings.property.test.ts holds our reading against
// `fts5vocab`.

/** The version of FTS5's file format that is read here; 5 has rows removed in place, which we never ask for. */
const knownVersion = 4;

/** Most segments and levels of them that FTS5 makes (FTS5_MAX_SEGMENT, FTS5_MAX_LEVEL). */
const maxSegments = 2_000;
const maxLevels = 64;

/** A part of the index of `words` that is written once: pages with terms in order and their articles. */
export type Segment = {
  readonly id: number;
  readonly firstPage: number;
  readonly lastPage: number;
  /** Rows whose words in this segment count no more. */
  readonly removed: ReadonlySet<number>;
};

const structureRow = 10;
const segmentBits = 37n;

/** What stands before the segments where they have tombstones. */
const withTombstones = 0xff000001;

/** Whether the pages of the index of `words` have the form that is known here. */
export function isKnownFormat(database: DatabaseSync): boolean {
  const version = database.prepare("SELECT v FROM words_config WHERE k = 'version'").get()?.["v"];
  return version === knownVersion;
}

/** Tells which segments make up the index, and reads them anew only when they are others. */
export class Segments {
  readonly #select: StatementSync;
  #block: Uint8Array = new Uint8Array(0);
  #segments: readonly Segment[] = [];

  constructor(database: DatabaseSync) {
    this.#select = database.prepare("SELECT block FROM words_data WHERE id = ?");
  }

  /** Those of the transaction that is open: segments are merged, too, where no article changes. */
  now(): readonly Segment[] {
    const block = blockOf(this.#select, structureRow);
    if (Buffer.compare(block, this.#block) !== 0) {
      this.#segments = readSegments(this.#select, block);
      this.#block = block;
    }
    return this.#segments;
  }
}

function readSegments(select: StatementSync, block: Uint8Array): readonly Segment[] {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  // Four bytes of cookie come first.
  const origins = block.length >= 8 && view.getUint32(4) === withTombstones;
  const next = varints(block, origins ? 8 : 4);
  const levels = next();
  const total = next();
  mustHold(levels <= maxLevels && total <= maxSegments, "it has too many segments");
  next(); // how often was written
  const segments: Segment[] = [];
  let read = 0;
  for (let level = 0; level < levels; level++) {
    next(); // how many are being merged
    const count = next();
    read += count;
    mustHold(read <= total, "it has more segments than it says");
    for (let index = 0; index < count; index++) {
      const [id, firstPage, lastPage] = [next(), next(), next()];
      mustHold(id > 0 && lastPage >= firstPage, `its segment ${id} has no pages`);
      let tombstonePages = 0;
      if (origins) {
        next(); // first and
        next(); // last origin
        tombstonePages = next();
        next(); // tombstones
        next(); // entries
      }
      // One that is being merged and whose pages are all in another by now.
      if (firstPage === 0) continue;
      const removed = readTombstones(select, id, tombstonePages);
      segments.push({ id, firstPage, lastPage, removed });
    }
  }
  mustHold(read === total, "it has fewer segments than it says");
  return segments;
}

/** A tombstone page is a hash table: the size of its keys, whether it holds row 0, six more bytes, then keys. */
function readTombstones(select: StatementSync, segment: number, pages: number): Set<number> {
  const removed = new Set<number>();
  for (let page = 0; page < pages; page++) {
    const block = blockOf(select, (BigInt(segment + 2 ** 16) << segmentBits) + BigInt(page));
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    const keySize = block[0] === 4 ? 4 : 8;
    if (block[1] === 1) removed.add(0);
    for (let offset = 8; offset + keySize <= block.length; offset += keySize) {
      const key = keySize === 4 ? view.getUint32(offset) : Number(view.getBigInt64(offset));
      if (key !== 0) removed.add(key);
    }
  }
  return removed;
}

/** Where a page of a segment stands in `words_data`. */
export function pageRow(segment: number, page: number): number {
  return segment * 2 ** 37 + page;
}

function blockOf(select: StatementSync, row: number | bigint): Uint8Array {
  const block = select.get(row)?.["block"];
  mustHold(block instanceof Uint8Array && block.length >= 4, `row ${row} of its words is missing`);
  return block;
}

/** Reads one number after another: seven bits a byte, the most significant first. */
export function varints(bytes: Uint8Array, from: number): () => number {
  let offset = from;
  return () => {
    let value = 0;
    for (;;) {
      const byte = bytes[offset++] ?? 0;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
}
