import type { FoundFile } from "../source/article-file.ts";
import { guessedDay } from "./newest-first.ts";

/** Files whose paths are kept as one text. */
const packedTogether = 64;

/** Between paths in a text: in no path. */
const separator = "\0";

/** Some files: as objects they would take three times as much. */
type Packed = { readonly paths: string; readonly stamps: Float64Array };

/** The files of one day. The last ones are not packed yet. */
type Day = { readonly packed: Packed[]; last: FoundFile[] };

/**
 * Files that are not as an index knows them. Of a new archive these are all: they take some 75 bytes each, and
 * are given out again a part at a time.
 */
export class ChangedFiles {
  readonly #days = new Map<number, Day>();
  #size = 0;
  #known = 0;

  /** How many files there are. */
  get size(): number {
    return this.#size;
  }

  /** How many of them the index knows as they were; the others are new. */
  get known(): number {
    return this.#known;
  }

  add(file: FoundFile, isKnown: boolean): void {
    const number = guessedDay(file);
    const day = this.#days.get(number) ?? { packed: [], last: [] };
    this.#days.set(number, day);
    day.last.push(file);
    this.#size++;
    if (isKnown) this.#known++;
    if (day.last.length < packedTogether) return;
    day.packed.push(pack(day.last));
    day.last = [];
  }

  /** The files in parts of no more than so many: first those of the last day, of one day as they were added. */
  *newestFirst(atOnce: number): Generator<readonly FoundFile[], void, undefined> {
    let part: FoundFile[] = [];
    for (const [, { packed, last }] of [...this.#days].toSorted(([a], [b]) => b - a)) {
      for (const files of [...packed.map((each) => () => unpack(each)), () => last]) {
        part.push(...files());
        while (part.length >= atOnce) yield part.splice(0, atOnce);
      }
    }
    if (part.length > 0) yield part;
  }
}

function pack(files: readonly FoundFile[]): Packed {
  const paths = files.map(({ path }) => path).join(separator);
  const numbers = files.flatMap(({ stamp: { size, modifiedMs, changedMs, inode } }) => [
    size,
    modifiedMs,
    changedMs,
    inode,
  ]);
  return { paths, stamps: Float64Array.from(numbers) };
}

function unpack({ paths, stamps }: Packed): readonly FoundFile[] {
  return paths.split(separator).map((path, file) => {
    const [size = 0, modifiedMs = 0, changedMs = 0, inode = 0] = stamps.subarray(4 * file);
    return { path, stamp: { size, modifiedMs, changedMs, inode } };
  });
}
