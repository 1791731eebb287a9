import type { DatabaseSync, StatementSync } from "node:sqlite";

// The file format of FTS5 is told at the head of ext/fts5/fts5_index.c in SQLite's sources. It can only be
// added to, as every later SQLite must read it; test/sqlite/postings.property.test.ts holds our reading
// against `fts5vocab`.

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

/** Reads which segments make up the index now. */
export function readSegments(database: DatabaseSync): readonly Segment[] {
  const select = database.prepare("SELECT block FROM words_data WHERE id = ?");
  const block = blockOf(select, structureRow);
  if (block === undefined) return [];
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  // Four bytes of cookie come first.
  const origins = block.length >= 8 && view.getUint32(4) === withTombstones;
  const next = varints(block, origins ? 8 : 4);
  const levels = next();
  next(); // how many segments there are
  next(); // how often was written
  const segments: Segment[] = [];
  for (let level = 0; level < levels; level++) {
    next(); // how many are being merged
    const count = next();
    for (let index = 0; index < count; index++) {
      const [id, firstPage, lastPage] = [next(), next(), next()];
      let tombstonePages = 0;
      if (origins) {
        next(); // first and
        next(); // last origin
        tombstonePages = next();
        next(); // tombstones
        next(); // entries
      }
      const removed = readTombstones(select, id, tombstonePages);
      segments.push({ id, firstPage, lastPage, removed });
    }
  }
  return segments;
}

/** A tombstone page is a hash table: the size of its keys, whether it holds row 0, six more bytes, then keys. */
function readTombstones(select: StatementSync, segment: number, pages: number): Set<number> {
  const removed = new Set<number>();
  for (let page = 0; page < pages; page++) {
    const row = (BigInt(segment + 2 ** 16) << segmentBits) + BigInt(page);
    const block = blockOf(select, row);
    if (block === undefined) continue;
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

function blockOf(select: StatementSync, row: number | bigint): Uint8Array | undefined {
  const block = select.get(row)?.["block"];
  return block instanceof Uint8Array ? block : undefined;
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
