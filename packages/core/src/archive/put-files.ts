import type { ArticleIndex, Change, FileEntry } from "./article-index.ts";
import { assignIds } from "./assign-ids.ts";
import type { Differences } from "./compare-files.ts";
import { newestFirst } from "./newest-first.ts";
import { filesAtOnce, type PrepareFiles } from "./prepare-files.ts";
import { indexedFile, prepareFile, type Folder, type PreparedFile } from "./read-file.ts";

/** Follows the work. */
export type Following = {
  readonly prepare: PrepareFiles;
  /** Told of files that are done; resolves when others had their turn. */
  readonly after: (number: number) => Promise<void>;
};

/** Puts changed files, those that are probably the newest first, and removes those that are gone. */
export async function putFiles(
  folder: Folder,
  index: ArticleIndex,
  { changed, known, removed }: Differences,
  { prepare, after }: Following,
): Promise<void> {
  const entries = new Map(known.map((entry) => [entry.path, entry]));
  const gone = known.filter((entry) => removed.has(entry.path));
  // The last of those that are gone go with the first that are put, so that a file that was only moved
  // is not missed in between.
  const kept = changed.length > 0 ? filesAtOnce : 0;
  while (gone.length > kept) {
    const removals = gone.splice(0, filesAtOnce);
    await index.apply(await changesFor(folder, index, { prepared: [], removals, before: [] }));
    await after(0);
  }
  let awaited = changed.length;
  for await (const prepared of prepare(folder, newestFirst(changed))) {
    const before = prepared.flatMap(({ found }) => entries.get(found.path) ?? []);
    const removals = gone.splice(0);
    awaited -= prepared.length;
    const changes = await changesFor(folder, index, { prepared, removals, before });
    await index.apply(awaited === 0 ? changes : [...changes, { type: "awaited", files: awaited }]);
    await after(prepared.length);
  }
}

/** Puts once more the files whose texts the index had to forget, newest first. */
export async function putTexts(
  folder: Folder,
  index: ArticleIndex,
  { prepare, after }: Following,
): Promise<void> {
  for (;;) {
    const known = await index.unsearchable(filesAtOnce);
    if (known.length === 0) return;
    const entries = new Map(known.map((entry) => [entry.path, entry]));
    for await (const prepared of prepare(folder, known)) {
      const before = prepared.flatMap(({ found }) => entries.get(found.path) ?? []);
      await index.apply(await changesFor(folder, index, { prepared, removals: [], before }));
      await after(prepared.length);
    }
  }
}

/** What is changed at once. */
type Slice = {
  readonly prepared: readonly PreparedFile[];
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
  { prepared, removals, before }: Slice,
): Promise<readonly Change[]> {
  const vanished = prepared.filter((file) => file.vanished).map((file) => file.found.path);
  const removed = new Set([...removals.map((entry) => entry.path), ...vanished]);
  const present = prepared.filter((file) => !file.vanished);
  const puts = new Map(present.map((file) => [file.found.path, { wantedId: file.article.id }]));
  const known = [...removals, ...before];
  const { ids, others } = await assignIds(index, { puts, removed, known });
  return [
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
