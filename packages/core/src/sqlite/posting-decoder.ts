import { mustHold } from "./damaged-index.ts";
import type { Postings } from "./postings.ts";

/** Column 1 and further are announced by this; a place is told by its distance from the last, plus 2. */
const columnSign = 1;

/** How much more room than is needed is made each time, so that it is seldom done. */
const growth = 1.25;

/** Words that a column has room for in a place: more than a file has. */
const columnWords = 2 ** 26;

/** The column of a place, from 0. */
export function columnOf(place: number): number {
  return Math.floor(place / columnWords);
}

/** A place from its column and the number of its word there, from 0. Places of two columns are far from each other. */
export function placeOf(column: number, word: number): number {
  return column * columnWords + word;
}

/** Rows whose places are looked for, ascending, and where to put them. */
export type Sought = { readonly rows: Float64Array; readonly places: Map<number, number[]> };

/** The greatest weighted frequency that is told: far more than BM25 tells apart. */
export const mostFrequent: number = 2 ** 16 - 1;

/**
 * Decodes the articles of a term as their pages come, in memory that is used again for the next term: so
 * neither the list as it is stored nor what is decoded of it leaves anything behind.
 */
export class PostingDecoder {
  readonly #weights: Uint16Array;
  /** What is left of the last page, the beginning of an article, and then the page at hand. */
  #bytes = new Uint8Array(0);
  #held = 0;
  #isHeldAbsolute = false;
  #rows = new Float64Array(0);
  #frequencies = new Uint16Array(0);
  #length = 0;
  #last = -Infinity;
  #removed: ReadonlySet<number> = new Set();
  #sought: Sought | undefined;
  #soughtAt = 0;

  /** The weights of the columns, whole numbers. */
  constructor(weights: readonly number[]) {
    this.#weights = Uint16Array.from(weights);
  }

  /** Begins a list, of which only places are told where some are sought. */
  begin(removed: ReadonlySet<number>, sought?: Sought): void {
    this.#sought = sought;
    this.#soughtAt = 0;
    this.#held = 0;
    this.#isHeldAbsolute = false;
    this.#length = 0;
    this.#last = -Infinity;
    this.#removed = removed;
  }

  /** Takes a part of the list; `absolute` is where in it a row stands that is not told by its distance from the last. */
  take(part: Uint8Array, absolute: number | undefined): void {
    const end = this.#held + part.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#bytes.subarray(0, this.#held));
      this.#bytes = larger;
    }
    this.#bytes.set(part, this.#held);
    const absoluteAt = absolute === undefined ? -1 : this.#held + absolute;
    const decoded = this.#decode(end, absoluteAt);
    mustHold(absoluteAt <= decoded, "a page of its words is torn");
    this.#isHeldAbsolute = absoluteAt === decoded || (decoded === 0 && this.#isHeldAbsolute);
    this.#bytes.copyWithin(0, decoded, end);
    this.#held = end - decoded;
  }

  /** The articles, when all parts were taken. They are good until the next list begins. */
  end(): Postings {
    mustHold(this.#held === 0, "a place of its words is torn");
    return {
      rows: this.#rows.subarray(0, this.#length),
      frequencies: this.#frequencies.subarray(0, this.#length),
    };
  }

  /** Decodes the articles that are whole, and gives where they end. */
  #decode(end: number, absoluteAt: number): number {
    this.#makeRoom(end);
    const bytes = this.#bytes;
    const weights = this.#weights;
    const rows = this.#rows;
    const frequencies = this.#frequencies;
    const sought = this.#sought;
    const removed = this.#removed.size === 0 ? undefined : this.#removed;
    let heldAt = this.#isHeldAbsolute ? 0 : -1;
    let row = this.#last;
    let length = this.#length;
    let begun = 0;
    let isSound = true;
    while (begun < end) {
      let offset = begun;
      let value = 0;
      let byte = bytes[offset++] ?? 0;
      while (byte >= 0x80 && offset - begun < 9) {
        value = value * 128 + (byte & 0x7f);
        byte = bytes[offset++] ?? 0;
      }
      value = offset - begun === 9 ? longNumber(bytes, begun) : value * 128 + byte;
      let size = 0;
      byte = 0x80;
      while (byte >= 0x80 && offset < end) {
        byte = bytes[offset++] ?? 0;
        size = size * 128 + (byte & 0x7f);
      }
      const placesEnd = offset + Math.floor(size / 2);
      if (byte >= 0x80 || placesEnd > end) break;

      const last = row;
      row = begun === absoluteAt || begun === heldAt ? value : row + value;
      heldAt = -1;
      isSound &&= row > last && placesEnd > offset;
      isSound &&= begun >= absoluteAt || placesEnd <= absoluteAt;
      if (sought !== undefined) {
        while ((sought.rows[this.#soughtAt] ?? Infinity) < row) this.#soughtAt++;
        if (sought.rows[this.#soughtAt] === row && removed?.has(row) !== true)
          sought.places.set(row, placesAmong(bytes, offset, placesEnd));
        begun = placesEnd;
        continue;
      }
      let weight = weights[0] ?? 0;
      let frequency = 0;
      while (offset < placesEnd) {
        byte = bytes[offset++] ?? 0;
        if (byte === columnSign) {
          weight = weights[bytes[offset++] ?? 0] ?? 0;
          continue;
        }
        while (byte >= 0x80) byte = bytes[offset++] ?? 0;
        frequency += weight;
      }
      isSound &&= offset === placesEnd;
      begun = placesEnd;
      if (removed?.has(row) === true) continue;
      rows[length] = row;
      frequencies[length] = Math.min(frequency, mostFrequent);
      length++;
    }
    mustHold(isSound, "its articles are out of order");
    this.#last = row;
    this.#length = length;
    return begun;
  }

  /** An article takes at least a byte for its row, one for the size of its places, and one for a place. */
  #makeRoom(bytes: number): void {
    const needed = this.#length + Math.ceil(bytes / 3);
    if (needed <= this.#rows.length) return;
    const room = Math.ceil(needed * growth);
    this.#rows = new Float64Array(this.#rows.buffer.transfer(room * this.#rows.BYTES_PER_ELEMENT));
    const bytesEach = this.#frequencies.BYTES_PER_ELEMENT;
    this.#frequencies = new Uint16Array(this.#frequencies.buffer.transfer(room * bytesEach));
  }
}

/** The places of a term in an article, ascending. */
function placesAmong(bytes: Uint8Array, from: number, end: number): number[] {
  const places: number[] = [];
  let column = 0;
  let word = 0;
  for (let offset = from; offset < end; offset++) {
    let value = (bytes[offset] ?? 0) & 0x7f;
    while ((bytes[offset] ?? 0) >= 0x80 && offset + 1 < end)
      value = value * 128 + ((bytes[++offset] ?? 0) & 0x7f);
    if (value === columnSign) {
      column = bytes[++offset] ?? 0;
      word = 0;
    } else {
      word += value - 2;
      places.push(placeOf(column, word));
    }
  }
  return places;
}

/** A number of nine bytes has eight bits in its last one; a negative row is written so. */
function longNumber(bytes: Uint8Array, offset: number): number {
  let value = 0n;
  for (let index = 0; index < 8; index++)
    value = (value << 7n) | BigInt((bytes[offset + index] ?? 0) & 0x7f);
  return Number(BigInt.asIntN(64, (value << 8n) | BigInt(bytes[offset + 8] ?? 0)));
}
