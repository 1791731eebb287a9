import { sliceMs } from "./limits.ts";
import {
  prepareChanged,
  type ChangedFile,
  type Folder,
  type PreparedFile,
  type Restamp,
} from "./read-file.ts";

/** Files that were read: each as an index needs it, or only its stamp. */
export type PreparedFiles = readonly (PreparedFile | Restamp)[];

/**
 * Reads files for an index, in the order in which they are given and some at a time: as many as are put at
 * once. `prepareFiles` does it on the thread that calls it.
 */
export type PrepareFiles = (
  folder: Folder,
  files: readonly ChangedFile[],
) => AsyncIterable<PreparedFiles>;

/** Most files that are read and put at once, which bounds a transaction. */
export const filesAtOnce = 256;

/** Bytes of files beyond which no more are read at once, which bounds memory. */
const bytesAtOnce = 4 * 2 ** 20;

/** Where the files that are read at once end, when they begin at `from`: after at least one. */
export function endOfBatch(files: readonly ChangedFile[], from: number): number {
  let bytes = 0;
  let end = from;
  while (end < files.length && end - from < filesAtOnce && bytes < bytesAtOnce) {
    bytes += files[end]?.stamp.size ?? 0;
    end++;
  }
  return end;
}

export async function* prepareFiles(
  folder: Folder,
  files: readonly ChangedFile[],
): AsyncGenerator<PreparedFiles, void, undefined> {
  let done = 0;
  while (done < files.length) {
    const slice = prepareSlice(folder, files.slice(done, endOfBatch(files, done)));
    done += slice.length;
    yield slice;
  }
}

/** Reads files until the slice's time is over; at least one. */
function prepareSlice(folder: Folder, files: readonly ChangedFile[]): PreparedFiles {
  const end = performance.now() + sliceMs;
  const prepared: PreparedFiles[number][] = [];
  for (const file of files) {
    prepared.push(prepareChanged(folder, file));
    if (performance.now() > end) break;
  }
  return prepared;
}
