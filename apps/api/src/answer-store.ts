import { addVariant, keptAnswer, type AnswerParts, type KeptAnswer } from "./kept-answer.ts";
import type { Coding } from "./content-coding.ts";
import { ownMemory } from "./own-memory.ts";

/** Bytes that kept answers may have together: some thousand lists of twenty articles. */
export const maxStoredBytes: number = 64 * 1_024 * 1_024;

/** Bytes of the longest answer that is kept: five hundred articles of a list, none of a whole archive. */
export const maxStoredAnswer: number = 4 * 1_024 * 1_024;

/** Spellings of requests that lead to a kept answer without being read. */
export const maxKnownRequests = 4_096;

/** Longest spelling that is remembered, in UTF-16 units: with as many as there may be, 16 MB. Of longer ones nothing is kept. */
export const maxRequestKey = 2_048;

/** An entry, with what its further codings are made of. */
type Entry = { readonly kept: KeptAnswer; readonly parts: AnswerParts; bytes: number };

/**
 * Answers of one generation of an archive, by what they depend on (their tag) and by the requests that
 * asked for them. The least lately used go first when it is full.
 *
 * An answer is kept when the same request comes again: most searches never do, and keeping and compressing what
 * nobody asks for once more would cost more than it ever spares.
 */
export class AnswerStore {
  readonly #answers = new Map<string, Entry>();
  readonly #requests = new Map<string, string>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number = maxStoredBytes) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes of all answers. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The answer to a request that was asked before in the same spelling. */
  asked(request: string): KeptAnswer | undefined {
    const tag = this.#requests.get(request);
    const kept = tag === undefined ? undefined : this.find(tag);
    if (kept !== undefined) touch(this.#requests, request, kept.tag);
    return kept;
  }

  /** The answer with this tag. */
  find(tag: string): KeptAnswer | undefined {
    const entry = this.#answers.get(tag);
    if (entry === undefined) return undefined;
    touch(this.#answers, tag, entry);
    return entry.kept;
  }

  /** Remembers that a request is answered with this tag, also when its answer is not kept. */
  remember(request: string, tag: string): void {
    if (request.length > maxRequestKey) return;
    touch(this.#requests, request, tag);
    if (this.#requests.size > maxKnownRequests) drop(this.#requests);
  }

  /** Keeps an answer to a request that came before, unless it is too long. */
  keep(request: string, parts: AnswerParts): KeptAnswer {
    const bytes = parts.bytes.byteLength;
    if (bytes > maxStoredAnswer || !this.#requests.has(request)) return keptAnswer(parts);
    const own = { ...parts, bytes: ownMemory(parts.bytes) };
    const kept = keptAnswer(own);
    this.#bytes += bytes - (this.#answers.get(parts.tag)?.bytes ?? 0);
    this.#answers.set(parts.tag, { kept, parts: own, bytes });
    this.#shrink();
    return kept;
  }

  /** Has an answer compressed for the next who ask for it, if it is kept. */
  prepare(tag: string, coding: Exclude<Coding, "identity">): void {
    const entry = this.#answers.get(tag);
    if (entry !== undefined && !entry.kept.begun.has(coding))
      void this.#compress(tag, entry, coding);
  }

  async #compress(tag: string, entry: Entry, coding: Exclude<Coding, "identity">): Promise<void> {
    const added = await addVariant(entry.kept, entry.parts, coding);
    entry.bytes += added;
    // It may have gone meanwhile, with its bytes.
    if (this.#answers.get(tag) !== entry) return;
    this.#bytes += added;
    this.#shrink();
  }

  /** Forgets all answers: the archive has changed. What was asked may be asked again. */
  clear(): void {
    this.#answers.clear();
    this.#bytes = 0;
  }

  #shrink(): void {
    while (this.#bytes > this.#maxBytes) {
      const dropped = drop(this.#answers);
      if (dropped === undefined) return;
      this.#bytes -= dropped.bytes;
    }
  }
}

/** Makes an entry the last to go. */
function touch<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
}

/** Drops the entry that was not used for longest. */
function drop<Value>(map: Map<string, Value>): Value | undefined {
  const [first] = map;
  if (first === undefined) return undefined;
  map.delete(first[0]);
  return first[1];
}
