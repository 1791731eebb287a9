/** What one entry costs beside its key and its value, in bytes. */
const entryOverhead = 256;

/** Bytes of a key's letter. */
const letterBytes = 2;

/** Values that are kept by their keys while there is room: the ones that were asked for last. */
export class KeptBySize<Value> {
  readonly #room: number;
  readonly #kept = new Map<string, { readonly value: Value; readonly bytes: number }>();
  #bytes = 0;

  /** `room` is in bytes. */
  constructor(room: number) {
    this.#room = room;
  }

  get(key: string): Value | undefined {
    const entry = this.#kept.get(key);
    if (entry === undefined) return undefined;
    // The last to be asked for is the last to go.
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    return entry.value;
  }

  /** Keeps a value of so many bytes, unless it has no room even alone. */
  set(key: string, value: Value, size: number): void {
    const bytes = size + letterBytes * key.length + entryOverhead;
    if (bytes > this.#room) return;
    this.#bytes += bytes - (this.#kept.get(key)?.bytes ?? 0);
    this.#kept.delete(key);
    this.#kept.set(key, { value, bytes });
    for (const [oldest, entry] of this.#kept) {
      if (this.#bytes <= this.#room) return;
      this.#kept.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}
