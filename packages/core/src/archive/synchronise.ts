import type { FoundFile } from "../source/article-file.ts";
import { walkArticleFolders, type FoundFiles } from "../source/find-article-files.ts";
import { FolderError } from "../errors.ts";
import type { Problem } from "../problem.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex, Change, FileEntry } from "./article-index.ts";
import { assignIds } from "./assign-ids.ts";
import { compareFiles, type Differences } from "./compare-files.ts";
import { indexedFile, indexText, readFile, type Folder, type ReadFile } from "./read-file.ts";

/** Milliseconds of reading between two looks at what else is to be done: a reader waits no longer. */
const sliceMs = 40;

/** Most files in one transaction, which bounds its memory. */
const filesAtOnce = 256;

/** Changes up to this many are made searchable at once; more are listed first, so that the newest show. */
const fewChanges = 500;

/** Follows the work. */
export type Progress = {
  /** Called as files are done, of how many. */
  readonly report: (done: number, total: number) => void;
  /** Called between slices; resolves when others had their turn, and throws to end the work. */
  readonly pause: () => Promise<void>;
};

/** What was found besides articles. */
export type Sweep = { readonly leftOut: number };

/** Brings an index into step with a folder. An interrupted run goes on where it was. */
export async function synchronise(
  folder: Folder,
  index: ArticleIndex,
  settingsProblems: readonly Problem[],
  progress: Progress,
): Promise<Sweep> {
  const { files, leftOut, problems } = await findFiles(folder, progress);
  await putFolderProblems(index, [...settingsProblems, ...problems]);
  const { changed, known, removed } = await compareFiles(files, index);
  const waiting = (await index.counts()).unsearchable;
  const few = waiting === 0 && changed.length <= fewChanges;
  const total = 2 * (few ? changed.length : changed.length + waiting);
  let done = 0;
  const report = (number: number): void => {
    done = Math.min(total, done + number);
    progress.report(Math.floor(done / 2), Math.floor(total / 2));
  };

  if (changed.length > 0 || removed.size > 0) {
    await putFiles(folder, index, { changed, known, removed }, few, async (number) => {
      report(few ? 2 * number : number);
      await progress.pause();
    });
  }
  await putTexts(folder, index, async (number) => {
    report(number);
    await progress.pause();
  });
  return { leftOut };
}

/**
 * All files, in order of their paths.
 *
 * @throws {FolderError} when the archive's folder itself cannot be read: what is indexed then stays.
 */
async function findFiles({ root, settings }: Folder, { pause }: Progress): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  let leftOut = 0;
  let end = performance.now() + sliceMs;
  for (const found of walkArticleFolders(root, settings)) {
    for (const file of found.files) files.push(file);
    problems.push(...found.problems);
    const lost = found.problems.find(
      ({ code, path }) => code === "folder-unreadable" && path === "",
    );
    if (lost !== undefined) throw new FolderError("folder-unreadable", root, lost.message);
    leftOut += found.leftOut;
    if (performance.now() < end) continue;
    await pause();
    end = performance.now() + sliceMs;
  }
  files.sort((a, b) => compareCodePoints(a.path, b.path));
  problems.sort((a, b) => compareCodePoints(a.path, b.path));
  return { files, leftOut, problems };
}

async function putFolderProblems(index: ArticleIndex, problems: readonly Problem[]): Promise<void> {
  const known = await index.problems({ ofFolder: true, limit: problems.length + 1 });
  if (JSON.stringify(known.problems) === JSON.stringify(problems)) return;
  await index.apply([{ type: "folder-problems", problems }]);
}

/** Puts changed files, with their texts or to be listed only, and removes those that are gone. */
export async function putFiles(
  folder: Folder,
  index: ArticleIndex,
  { changed, known, removed }: Differences,
  withText: boolean,
  after: (number: number) => Promise<void> = async () => {},
): Promise<void> {
  const entries = new Map(known.map((entry) => [entry.path, entry]));
  let removals = known.filter((entry) => removed.has(entry.path));
  let done = 0;
  do {
    const read = readSlice(folder, changed, done);
    const before = [...removals, ...read.flatMap(({ found }) => entries.get(found.path) ?? [])];
    await index.apply(await changesFor(folder, index, { read, removals, before, withText }));
    removals = [];
    done += read.length;
    await after(read.length);
  } while (done < changed.length);
}

/** Reads the texts that the index still lacks, newest first. */
async function putTexts(
  folder: Folder,
  index: ArticleIndex,
  after: (number: number) => Promise<void>,
): Promise<void> {
  for (;;) {
    const before = await index.unsearchable(filesAtOnce);
    if (before.length === 0) return;
    const read = readSlice(folder, before, 0);
    await index.apply(
      await changesFor(folder, index, { read, removals: [], before, withText: true }),
    );
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

/** Files that were read and files that are gone, as changes; with them, other files whose id changes by it. */
async function changesFor(
  folder: Folder,
  index: ArticleIndex,
  slice: {
    readonly read: readonly ReadFile[];
    readonly removals: readonly FileEntry[];
    /** What the index knows of all of these. */
    readonly before: readonly FileEntry[];
    readonly withText: boolean;
  },
): Promise<readonly Change[]> {
  const puts = new Map(slice.read.map((file) => [file.found.path, { wantedId: file.article.id }]));
  const removed = new Set(slice.removals.map((entry) => entry.path));
  const { ids, others } = await assignIds(index, { puts, removed }, slice.before);
  const files = [
    ...slice.read.map((file) => ({ file, withText: slice.withText })),
    ...others.map((entry) => ({ file: readFile(folder, entry), withText: entry.searchable })),
  ];
  return [
    ...slice.removals.map(({ path }) => ({ type: "remove", path }) as const),
    ...files.map(({ file, withText }): Change => {
      const given = ids.get(file.found.path) ?? { id: file.article.id, problems: [] };
      const put = { type: "put", file: indexedFile(folder, file, given) } as const;
      return withText ? { ...put, text: indexText(file.article) } : put;
    }),
  ];
}
