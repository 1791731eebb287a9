/** What one entry costs beside its key and its value, in bytes. */
const entryOverhead = 256;

/** Bytes of a key's letter. */
const letterBytes = 2;

/** Something that takes room. */
type Entry = { readonly bytes: number; readonly drop: () => void };

/** Room that some caches have together: what was asked for last, in whichever of them, stays. */
export class Room {
  #bytes: number;
  #taken = 0;
  /** The last to be asked for is the last. */
  readonly #entries = new Set<Entry>();

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

  /** Takes room for an entry, whether it had some or not, and drops others for it. It has room alone. */
  take(entry: Entry): void {
    this.giveBack(entry);
    this.#entries.add(entry);
    this.#taken += entry.bytes;
    this.#makeRoom();
  }

  giveBack(entry: Entry): void {
    if (this.#entries.delete(entry)) this.#taken -= entry.bytes;
  }

  /** Whether so many bytes have room alone. */
  hasRoomFor(bytes: number): boolean {
    return bytes <= this.#bytes;
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
    if (entry !== undefined) this.#room.take(entry);
    return entry?.value;
  }

  /** Keeps a value of so many bytes, unless it has no room even alone. */
  set(key: string, value: Value, size: number): void {
    const bytes = size + letterBytes * key.length + entryOverhead;
    if (!this.#room.hasRoomFor(bytes)) return;
    const before = this.#kept.get(key);
    if (before !== undefined) this.#room.giveBack(before);
    const entry = { value, bytes, drop: () => this.#kept.delete(key) };
    this.#kept.set(key, entry);
    this.#room.take(entry);
  }
}
