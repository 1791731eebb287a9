import type { DatabaseSync, StatementSync } from "node:sqlite";
import { mustHold } from "./damaged-index.ts";
import { isKnownFormat, pageRow, Segments, varints, type Segment } from "./segments.ts";
import { TermInstances } from "./term-instances.ts";

/** The articles of a segment that hold a term. */
export type Postings = {
  /** Rows of `words`, ascending. */
  readonly rows: Float64Array;
  /** How often each holds it, with each time weighted by its column. */
  readonly frequencies: Float32Array;
};

/** Tells which articles hold a term. */
export type TermPostings = {
  /** The articles that hold a term, in lists of which each is ascending and none has one of another. */
  read(term: string): readonly Postings[];
  /** To be called in each transaction before reading. */
  refresh(): void;
};

/** Reads the pages of an index where their format is known, and asks FTS5 where it is not. */
export function termPostings(database: DatabaseSync, weights: readonly number[]): TermPostings {
  return isKnownFormat(database)
    ? new PostingReader(database, weights)
    : new TermInstances(database, weights);
}

/** Every term of FTS5's main index begins with this byte. */
const mainIndex = 0x30;

/** Bytes at the head of a page: where its first row stands, and where its terms are listed. */
const pageHead = 4;

/**
 * Reads which articles hold a term and how often, from the pages of FTS5's index: FTS5 itself tells it in
 * 0.9 µs an article, of which most goes to looking up lengths one by one; so it takes 0.03 µs.
 */
export class PostingReader implements TermPostings {
  readonly #weights: readonly number[];
  readonly #seek: StatementSync;
  readonly #pages: StatementSync;
  readonly #segments: Segments;
  #current: readonly Segment[] | undefined;

  /** `weights` are those of the columns of `words`, in their order. */
  constructor(database: DatabaseSync, weights: readonly number[]) {
    this.#segments = new Segments(database);
    this.#weights = weights;
    this.#seek = database.prepare(
      "SELECT pgno FROM words_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1",
    );
    this.#pages = database.prepare(
      "SELECT id, block FROM words_data WHERE id BETWEEN ? AND ? ORDER BY id",
    );
    this.#pages.setReturnArrays(true);
  }

  refresh(): void {
    this.#current = this.#segments.now();
  }

  /** The articles of each segment that hold a term; a row is in one of them alone. */
  read(term: string): readonly Postings[] {
    this.#current ??= this.#segments.now();
    const key = new Uint8Array([mainIndex, ...new TextEncoder().encode(term)]);
    return this.#current.flatMap((segment) => {
      const list = this.#articleList(segment, key);
      return list === undefined ? [] : [decode(list, this.#weights, segment.removed)];
    });
  }

  #articleList(segment: Segment, key: Uint8Array): ArticleList | undefined {
    const found = this.#seek.get(segment.id, key)?.["pgno"];
    // The lowest bit says whether the list is long enough for an index of its own.
    const page = Math.max(segment.firstPage, Math.floor(Number(found ?? 0) / 2));
    const chunks: Uint8Array[] = [];
    const absolute: number[] = [];
    let length = 0;
    let expected = pageRow(segment.id, page);
    let isLast = false;
    for (const values of this.#pages.iterate(expected, pageRow(segment.id, segment.lastPage))) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- arrays of two, as asked for
      const [row, block] = values as unknown as readonly [number, unknown];
      mustHold(row === expected && isPage(block), `page ${expected} of its words is missing`);
      expected++;
      let start = pageHead;
      let end: number;
      if (chunks.length === 0) {
        const place = placeOfTerm(block, key);
        if (place === undefined) return undefined;
        ({ start, end, isLast } = place);
        // Where a page ends with a term, its first row stands on the next.
        if (end > start) absolute.push(0);
      } else {
        const terms = termOffsets(block);
        const firstTerm = terms();
        end = firstTerm ?? endOfLists(block);
        isLast = firstTerm !== undefined;
        const firstRow = ((block[0] ?? 0) << 8) | (block[1] ?? 0);
        if (firstRow !== 0 && firstRow < end) absolute.push(length + firstRow - pageHead);
      }
      mustHold(end >= start && end <= endOfLists(block), `page ${row} of its words is torn`);
      chunks.push(block.subarray(start, end));
      length += end - start;
      if (isLast) break;
    }
    const isWhole = isLast || expected > pageRow(segment.id, segment.lastPage);
    mustHold(isWhole && length > 0, `page ${expected} of its words is missing`);
    const bytes = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.length;
    }
    return { bytes, absolute };
  }
}

/** A term's list of articles as it is stored, and where in it a row is not told by its distance from the last. */
type ArticleList = { readonly bytes: Uint8Array; readonly absolute: readonly number[] };

/** Whether something is a page: lists that end within it. */
function isPage(block: unknown): block is Uint8Array {
  return (
    block instanceof Uint8Array && block.length >= pageHead && endOfLists(block) <= block.length
  );
}

function endOfLists(page: Uint8Array): number {
  return ((page[2] ?? 0) << 8) | (page[3] ?? 0);
}

/** Where the terms of a page begin, one after another; undefined after the last. */
function termOffsets(page: Uint8Array): () => number | undefined {
  const foot = page.subarray(endOfLists(page));
  let read = 0;
  let offset = 0;
  return () => {
    if (read >= foot.length) return undefined;
    let distance = 0;
    for (;;) {
      const byte = foot[read++] ?? 0;
      distance = distance * 128 + (byte & 0x7f);
      if (byte < 0x80) break;
    }
    offset += distance;
    return offset;
  };
}

/** Where a term's articles stand on a page, and whether they end there. */
function placeOfTerm(
  page: Uint8Array,
  key: Uint8Array,
): { readonly start: number; readonly end: number; readonly isLast: boolean } | undefined {
  const nextOffset = termOffsets(page);
  let offset = nextOffset();
  const first = offset;
  // How many bytes of the key the last term begins with: terms are stored by what differs from the last.
  let common = 0;
  while (offset !== undefined) {
    const [head, length, size] = readTermHead(page, offset, offset === first);
    const following = nextOffset();
    const suffix = offset + size;
    if (head <= common) {
      common = head;
      const most = Math.min(head + length, key.length);
      while (common < most && page[suffix + common - head] === key[common]) common++;
      if (common === key.length && head + length === key.length) {
        const start = suffix + length;
        return { start, end: following ?? endOfLists(page), isLast: following !== undefined };
      }
    }
    offset = following;
  }
  return undefined;
}

/** Bytes that a term shares with the one before it, bytes of its own, and bytes that say so. */
function readTermHead(
  page: Uint8Array,
  offset: number,
  isFirst: boolean,
): readonly [shared: number, own: number, size: number] {
  const next = varints(page, offset);
  const shared = isFirst ? 0 : next();
  const own = next();
  return [shared, own, sizeOf(own) + (isFirst ? 0 : sizeOf(shared))];
}

/** Bytes of a number below 2^21; no term is as long. */
function sizeOf(value: number): number {
  return value < 2 ** 7 ? 1 : value < 2 ** 14 ? 2 : 3;
}

/** Column 1 and further are announced by this; a place is told by its distance from the last, plus 2. */
const columnSign = 1;

function decode(
  { bytes, absolute }: ArticleList,
  weights: readonly number[],
  removed: ReadonlySet<number>,
): Postings {
  // An article takes at least a byte for its row, one for the size of its places, and one for a place.
  const most = Math.ceil(bytes.length / 3);
  const rows = new Float64Array(most);
  const frequencies = new Float32Array(most);
  const columnWeights = Float64Array.from(weights);
  const none = removed.size === 0;
  let length = 0;
  let row = -Infinity;
  let next = 0;
  let offset = 0;
  while (offset < bytes.length) {
    const begun = offset;
    let value = 0;
    let byte = bytes[offset++] ?? 0;
    while (byte >= 0x80 && offset - begun < 9) {
      value = value * 128 + (byte & 0x7f);
      byte = bytes[offset++] ?? 0;
    }
    value = offset - begun === 9 ? longNumber(bytes, begun) : value * 128 + byte;
    const last = row;
    if (begun === absolute[next]) {
      row = value;
      next++;
    } else row += value;
    mustHold(row > last, "its articles are out of order");

    let size = 0;
    do {
      byte = bytes[offset++] ?? 0;
      size = size * 128 + (byte & 0x7f);
    } while (byte >= 0x80);
    const end = offset + (size >>> 1);
    mustHold(end > offset && end <= bytes.length, "its words have no places");

    let weight = columnWeights[0] ?? 0;
    let frequency = 0;
    while (offset < end) {
      byte = bytes[offset++] ?? 0;
      if (byte === columnSign) {
        weight = columnWeights[bytes[offset++] ?? 0] ?? 0;
        continue;
      }
      while (byte >= 0x80) byte = bytes[offset++] ?? 0;
      frequency += weight;
    }
    mustHold(offset === end, "a place of its words is torn");
    if (none || !removed.has(row)) {
      rows[length] = row;
      frequencies[length] = frequency;
      length++;
    }
  }
  mustHold(next === absolute.length, "a page of its words is torn");
  return { rows: rows.subarray(0, length), frequencies: frequencies.subarray(0, length) };
}

/** A number of nine bytes has eight bits in its last one; a negative row is written so. */
function longNumber(bytes: Uint8Array, offset: number): number {
  let value = 0n;
  for (let index = 0; index < 8; index++)
    value = (value << 7n) | BigInt((bytes[offset + index] ?? 0) & 0x7f);
  return Number(BigInt.asIntN(64, (value << 8n) | BigInt(bytes[offset + 8] ?? 0)));
}
