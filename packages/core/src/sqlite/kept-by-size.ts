/** What one entry costs beside its key and its value, in bytes. */
const entryOverhead = 256;

/** Bytes of a key's letter. */
const letterBytes = 2;

/** An array of numbers, which has a piece of memory for itself. */
type Numbers = { readonly buffer: ArrayBufferLike; readonly byteLength: number };

/** Something that takes room. */
type Entry = {
  readonly bytes: number;
  readonly arrays: readonly Numbers[];
  readonly drop: () => void;
};

/** Room that some caches have together: what was asked for last, in whichever of them, stays. */
export class Room {
  #bytes: number;
  #taken = 0;
  /** The last to be asked for is the last. */
  readonly #entries = new Set<Entry>();
  /** How many entries have an array with some memory. */
  readonly #uses = new Map<ArrayBufferLike, number>();
  readonly #unused = new Set<ArrayBufferLike>();

  /** `bytes` are all that there are. */
  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** Empties all of the caches, which have so many bytes from then on. */
  clear(bytes: number): void {
    this.#bytes = 0;
    this.#makeRoom();
    this.#bytes = bytes;
  }

  /**
   * Gives back the memory of arrays that are kept no more, which must not be in use: left to the garbage
   * collector it would be 64 MB until that looks after it.
   */
  freeUnused(): void {
    for (const memory of this.#unused)
      if (memory instanceof ArrayBuffer && !this.#uses.has(memory)) memory.transfer(0);
    this.#unused.clear();
  }

  /** Whether so many bytes have room alone. */
  hasRoomFor(bytes: number): boolean {
    return bytes <= this.#bytes;
  }

  /** Takes room for an entry that has room alone, and drops others for it. */
  take(entry: Entry): void {
    this.#entries.add(entry);
    this.#taken += entry.bytes;
    this.#use(entry, 1);
    this.#makeRoom();
  }

  /** An entry was asked for. */
  touch(entry: Entry): void {
    this.#entries.delete(entry);
    this.#entries.add(entry);
  }

  giveBack(entry: Entry): void {
    this.#entries.delete(entry);
    this.#taken -= entry.bytes;
    this.#use(entry, -1);
  }

  #use({ arrays }: Entry, by: 1 | -1): void {
    for (const { buffer } of arrays) {
      const uses = (this.#uses.get(buffer) ?? 0) + by;
      if (uses > 0) this.#uses.set(buffer, uses);
      else {
        this.#uses.delete(buffer);
        this.#unused.add(buffer);
      }
    }
  }

  #makeRoom(): void {
    for (const oldest of this.#entries) {
      if (this.#taken <= this.#bytes) return;
      this.giveBack(oldest);
      oldest.drop();
    }
  }
}

/** Values that are kept by their keys while there is room. */
export class KeptBySize<Value> {
  readonly #room: Room;
  readonly #kept = new Map<string, Entry & { readonly value: Value }>();

  constructor(room: Room) {
    this.#room = room;
  }

  get(key: string): Value | undefined {
    const entry = this.#kept.get(key);
    if (entry !== undefined) this.#room.touch(entry);
    return entry?.value;
  }

  /** Keeps a value with the arrays it is made of, and so many bytes beside, unless it has no room even alone. */
  set(key: string, value: Value, arrays: readonly Numbers[], rest = 0): void {
    const own = rest + letterBytes * key.length + entryOverhead;
    const bytes = arrays.reduce((sum, { byteLength }) => sum + byteLength, own);
    if (!this.#room.hasRoomFor(bytes)) return;
    const before = this.#kept.get(key);
    if (before !== undefined) this.#room.giveBack(before);
    const entry = { value, bytes, arrays, drop: () => this.#kept.delete(key) };
    this.#kept.set(key, entry);
    this.#room.take(entry);
  }
}
