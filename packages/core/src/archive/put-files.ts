import type { FoundFile } from "../source/article-file.ts";
import type { ArticleIndex, Change, FileEntry } from "./article-index.ts";
import { assignIds } from "./assign-ids.ts";
import type { Differences } from "./compare-files.ts";
import { indexedFile, indexText, readFile, type Folder, type ReadFile } from "./read-file.ts";

/** Milliseconds of reading between two looks at what else is to be done: a reader waits no longer. */
export const sliceMs = 40;

/** Most files in one transaction, which bounds its memory. */
const filesAtOnce = 256;

/** Told of files that are done; resolves when others had their turn. */
type After = (number: number) => Promise<void>;

/**
 * Puts changed files and removes those that are gone. With `listFirst` files that the index has no text of
 * are only listed, so that the newest show soon: `putTexts` reads their texts later.
 */
export async function putFiles(
  folder: Folder,
  index: ArticleIndex,
  { changed, known, removed }: Differences,
  listFirst: boolean,
  after: After,
): Promise<void> {
  const entries = new Map(known.map((entry) => [entry.path, entry]));
  const gone = known.filter((entry) => removed.has(entry.path));
  // The last of those that are gone go with the first that are put, so that a file that was only moved
  // is not missed in between.
  while (gone.length > filesAtOnce) {
    const removals = gone.splice(0, filesAtOnce);
    await index.apply(await changesFor(folder, index, { ...nothing, removals }));
    await after(0);
  }
  let done = 0;
  do {
    const read = readSlice(folder, changed, done);
    const before = read.flatMap(({ found }) => entries.get(found.path) ?? []);
    const searchable = new Set(before.flatMap((entry) => (entry.searchable ? entry.path : [])));
    const withText = (path: string): boolean => !listFirst || searchable.has(path);
    const removals = gone.splice(0);
    const changes = await changesFor(folder, index, { read, removals, before, withText });
    if (changes.length > 0) await index.apply(changes);
    done += read.length;
    await after(read.length);
  } while (done < changed.length);
}

/** Reads the texts that the index still lacks, newest first. */
export async function putTexts(folder: Folder, index: ArticleIndex, after: After): Promise<void> {
  for (;;) {
    const before = await index.unsearchable(filesAtOnce);
    if (before.length === 0) return;
    const read = readSlice(folder, before, 0);
    const withText = (): boolean => true;
    await index.apply(await changesFor(folder, index, { ...nothing, read, before, withText }));
    await after(read.length);
  }
}

/** Reads files until the slice's time is over; at least one. */
function readSlice(folder: Folder, files: readonly FoundFile[], from: number): readonly ReadFile[] {
  const end = performance.now() + sliceMs;
  const read: ReadFile[] = [];
  for (const found of files.slice(from, from + filesAtOnce)) {
    read.push(readFile(folder, found));
    if (performance.now() > end) break;
  }
  return read;
}

/** What is changed at once. */
type Slice = {
  readonly read: readonly ReadFile[];
  readonly removals: readonly FileEntry[];
  /** What the index knows of the files that were read. */
  readonly before: readonly FileEntry[];
  /** Whether a file that was read is put with its text. */
  readonly withText: (path: string) => boolean;
};

const nothing: Slice = { read: [], removals: [], before: [], withText: () => true };

/**
 * Files that were read and files that are gone, as changes; with them, other files whose id changes by it.
 * A file that vanished before it was read is gone too.
 */
async function changesFor(
  folder: Folder,
  index: ArticleIndex,
  { read, removals, before, withText }: Slice,
): Promise<readonly Change[]> {
  const vanished = read.filter((file) => file.vanished).map((file) => file.found.path);
  const removed = new Set([...removals.map((entry) => entry.path), ...vanished]);
  const present = read.filter((file) => !file.vanished);
  const puts = new Map(present.map((file) => [file.found.path, { wantedId: file.article.id }]));
  const known = [...removals, ...before];
  const { ids, others } = await assignIds(index, { puts, removed, known });
  return [
    ...[...removed].map((path) => ({ type: "remove", path }) as const),
    ...present.map((file): Change => {
      const { path } = file.found;
      const given = ids.get(path) ?? { id: file.article.id, problems: [] };
      const put = { type: "put", file: indexedFile(folder, file, given) } as const;
      return withText(path) ? { ...put, text: indexText(file.article) } : put;
    }),
    ...others.map((entry): Change => {
      const file = readFile(folder, entry);
      const given = ids.get(entry.path) ?? { id: entry.id, problems: [] };
      const put = { type: "put", file: indexedFile(folder, file, given, entry) } as const;
      return entry.searchable ? { ...put, text: indexText(file.article) } : put;
    }),
  ];
}
