import type { DatabaseSync, StatementSync } from "node:sqlite";
import { mustHold } from "./damaged-index.ts";
import { PostingDecoder, type Sought } from "./posting-decoder.ts";
import { isKnownFormat, pageRow, Segments, type Segment } from "./segments.ts";
import { TermInstances } from "./term-instances.ts";
import { endOfLists, firstRowOf, isPage, placeOfRest, placeOfTerm } from "./term-page.ts";

/** Some articles that hold a term. */
export type Postings = {
  /** Rows of `words`, ascending. */
  readonly rows: Float64Array;
  /** How often each holds it, with each time weighted by its column; 65,535 at most. */
  readonly frequencies: Uint16Array;
};

/** Tells which articles hold a term. */
export type TermPostings = {
  /**
   * The articles that hold a term, in lists of which each is ascending and none has one of another. A list is
   * good until the next is asked for: its memory is used again.
   */
  read(term: string): Iterable<Postings>;
  /** Where a term stands (`placeOf`), ascending, in each of some rows that hold it; they are given ascending. */
  places(term: string, rows: Float64Array): ReadonlyMap<number, readonly number[]>;
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

/**
 * Reads which articles hold a term and how often, from the pages of FTS5's index: FTS5 itself tells it in
 * 0.9 µs an article, of which most goes to looking up lengths one by one; so it takes 0.02 µs.
 */
export class PostingReader implements TermPostings {
  readonly #seek: StatementSync;
  readonly #pages: StatementSync;
  readonly #segments: Segments;
  readonly #decoder: PostingDecoder;
  #current: readonly Segment[] | undefined;

  /** `weights` are those of the columns of `words`, in their order. */
  constructor(database: DatabaseSync, weights: readonly number[]) {
    this.#segments = new Segments(database);
    this.#decoder = new PostingDecoder(weights);
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
  *read(term: string, sought?: Sought): Iterable<Postings> {
    this.#current ??= this.#segments.now();
    const key = new Uint8Array([mainIndex, ...new TextEncoder().encode(term)]);
    for (const segment of this.#current) {
      if (this.#decode(segment, key, sought)) yield this.#decoder.end();
    }
  }

  places(term: string, rows: Float64Array): ReadonlyMap<number, readonly number[]> {
    const places = new Map<number, number[]>();
    for (const _ of this.read(term, { rows, places }));
    return places;
  }

  /** Has the list of a term decoded, which may go over many pages; false when the segment has none. */
  #decode(segment: Segment, key: Uint8Array, sought: Sought | undefined): boolean {
    const found = this.#seek.get(segment.id, key)?.["pgno"];
    // The lowest bit says whether the list is long enough for an index of its own.
    const page = Math.max(segment.firstPage, Math.floor(Number(found ?? 0) / 2));
    const [first, last] = [pageRow(segment.id, page), pageRow(segment.id, segment.lastPage)];
    let expected = first;
    let isLast = false;
    let length = 0;
    this.#decoder.begin(segment.removed, sought);
    for (const values of this.#pages.iterate(first, last)) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- arrays of two, as asked for
      const [row, block] = values as unknown as readonly [number, unknown];
      mustHold(row === expected && isPage(block), `page ${expected} of its words is missing`);
      const place = row === first ? placeOfTerm(block, key) : placeOfRest(block);
      if (place === undefined) return false;
      const { start, end } = place;
      mustHold(end >= start && end <= endOfLists(block), `page ${row} of its words is torn`);
      // Where a page ends with a term, its first row stands on the next.
      const absolute = row === first ? start : firstRowOf(block);
      const isAbsolute = absolute >= start && absolute < end;
      this.#decoder.take(block.subarray(start, end), isAbsolute ? absolute - start : undefined);
      length += end - start;
      isLast = place.isLast;
      expected++;
      if (isLast) break;
    }
    const isWhole = isLast || expected > last;
    mustHold(isWhole && length > 0, `page ${expected} of its words is missing`);
    return true;
  }
}
