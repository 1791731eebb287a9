import type { ArticleIndex, Change, FileEntry } from "./article-index.ts";
import { assignIds } from "./assign-ids.ts";
import type { Differences } from "./compare-files.ts";
import { LeavingFiles } from "./leaving-files.ts";
import { newestFirst } from "./newest-first.ts";
import { filesAtOnce, type PreparedFiles, type PrepareFiles } from "./prepare-files.ts";
import { indexedFile, isRestamp, prepareFile, type ChangedFile, type Folder } from "./read-file.ts";

/** Follows the work. */
export type Following = {
  readonly prepare: PrepareFiles;
  /** Most articles that are put at once. */
  readonly atOnce: number;
  /** Told of files that are done; resolves when others had their turn. */
  readonly after: (number: number) => Promise<void>;
};

/** Changed files held at once with what the index knows of them: some 25 MB, and a minute's work. */
const filesAhead = 50_000;

/**
 * Puts changed files, those that are probably the newest first, and removes those that are gone: as new ones
 * come, whose places they may have had, and no later.
 */
export async function putFiles(
  folder: Folder,
  index: ArticleIndex,
  { changed, gone }: Differences,
  { prepare, atOnce, after }: Following,
): Promise<void> {
  const leaving = new LeavingFiles(newestFirst(gone));
  let coming = changed.size - changed.known;
  while (leaving.size > coming) {
    const removals = leaving.take([], Math.max(coming, leaving.size - filesAtOnce));
    await index.apply(await changesFor(folder, index, { read: [], removals, before: [] }));
    await after(0);
  }
  let awaited = changed.size;
  for (const found of changed.newestFirst(filesAhead)) {
    const entries = new Map<string, FileEntry>();
    const files: ChangedFile[] = [];
    for (const file of found) {
      const before = changed.known > 0 ? await index.find(file) : undefined;
      if (before !== undefined) entries.set(file.path, before);
      // What is not searched yet is put, whatever the file says.
      files.push(before?.searchable === true ? { ...file, known: before } : file);
      if (files.length % filesAtOnce === 0) await after(0);
    }
    for await (const read of inParts(prepare(folder, files), atOnce)) {
      const before = read.flatMap((file) => entries.get(pathOf(file)) ?? []);
      awaited -= read.length;
      coming -= read.length - before.length;
      const ids = read.flatMap((file) => (isRestamp(file) ? [] : file.article.id));
      const removals = leaving.take(ids, coming);
      const changes = await changesFor(folder, index, { read, removals, before });
      const isNews = awaited > 0 && changes.some(({ type }) => type !== "restamp");
      await index.apply(isNews ? [...changes, { type: "awaited", files: awaited }] : changes);
      await after(read.length);
    }
  }
}

/** Puts once more the files whose texts the index had to forget, newest first. */
export async function putTexts(
  folder: Folder,
  index: ArticleIndex,
  { prepare, atOnce, after }: Following,
): Promise<void> {
  for (;;) {
    const known = await index.unsearchable(filesAtOnce);
    if (known.length === 0) return;
    const entries = new Map(known.map((entry) => [entry.path, entry]));
    for await (const read of inParts(prepare(folder, known), atOnce)) {
      const before = read.flatMap((file) => entries.get(pathOf(file)) ?? []);
      await index.apply(await changesFor(folder, index, { read, removals: [], before }));
      await after(read.length);
    }
  }
}

/** The same files in parts of no more than some articles; a stamp alone weighs nothing. */
async function* inParts(
  batches: AsyncIterable<PreparedFiles>,
  articles: number,
): AsyncGenerator<PreparedFiles, void, undefined> {
  for await (const batch of batches) {
    let part: PreparedFiles[number][] = [];
    let inPart = 0;
    for (const file of batch) {
      if (inPart === articles) {
        yield part;
        part = [];
        inPart = 0;
      }
      part.push(file);
      if (!isRestamp(file)) inPart++;
    }
    yield part;
  }
}

function pathOf(file: PreparedFiles[number]): string {
  return isRestamp(file) ? file.path : file.found.path;
}

/** What is changed at once. */
type Slice = {
  readonly read: PreparedFiles;
  readonly removals: readonly FileEntry[];
  /** What the index knows of the files that were read. */
  readonly before: readonly FileEntry[];
};

/**
 * Files that were read and files that are gone, as changes; with them, other files whose id changes by it.
 * A file that vanished before it was read is gone too.
 */
async function changesFor(
  folder: Folder,
  index: ArticleIndex,
  { read, removals, before }: Slice,
): Promise<readonly Change[]> {
  const restamps = read.filter(isRestamp);
  const prepared = read.flatMap((file) => (isRestamp(file) ? [] : file));
  const vanished = prepared.filter((file) => file.vanished).map((file) => file.found.path);
  const removed = new Set([...removals.map((entry) => entry.path), ...vanished]);
  const present = prepared.filter((file) => !file.vanished);
  const puts = new Map(present.map((file) => [file.found.path, { wantedId: file.article.id }]));
  const known = [...removals, ...before];
  const { ids, others } = await assignIds(index, { puts, removed, known });
  return [
    ...restamps,
    ...[...removed].map((path) => ({ type: "remove", path }) as const),
    ...present.map((file): Change => {
      const given = ids.get(file.found.path) ?? { id: file.article.id, problems: [] };
      return { type: "put", file: indexedFile(file, given), text: file.text };
    }),
    ...others.map((entry): Change => {
      const file = prepareFile(folder, entry);
      const given = ids.get(entry.path) ?? { id: entry.id, problems: [] };
      const put = { type: "put", file: indexedFile(file, given, entry) } as const;
      return entry.searchable ? { ...put, text: file.text } : put;
    }),
  ];
}
