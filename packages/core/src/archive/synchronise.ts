import { FolderError } from "../errors.ts";
import type { Problem } from "../problem.ts";
import type { FoundFile } from "../source/article-file.ts";
import { walkArticleFolders, type FoundFiles } from "../source/find-article-files.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex } from "./article-index.ts";
import { compareFiles, type Differences } from "./compare-files.ts";
import { putFiles, putTexts, sliceMs } from "./put-files.ts";
import type { Folder } from "./read-file.ts";

/** New files up to this many are made searchable at once; more are listed first, so that the newest show. */
const fewFiles = 500;

/** Follows the work. */
export type Progress = {
  /** Called as files are done, of how many. */
  readonly report: (done: number, total: number) => void;
  /** Called between slices; resolves when others had their turn, and throws to end the work. */
  readonly pause: () => Promise<void>;
};

/** What a run found besides articles. */
export type Sweep = {
  /** Files and folders that were not taken for articles. */
  readonly leftOut: number;
  /** Milliseconds that it took to look at all files, without reading the changed ones. */
  readonly lookedMs: number;
};

/** Brings an index into step with a folder. An interrupted run goes on where it was. */
export async function synchronise(
  folder: Folder,
  index: ArticleIndex,
  settingsProblems: readonly Problem[],
  progress: Progress,
): Promise<Sweep> {
  const begun = performance.now();
  const { files, leftOut, problems } = await findFiles(folder, progress);
  await putFolderProblems(index, [...settingsProblems, ...problems].toSorted(byPath));
  const found = await compareFiles(files, index, progress.pause);
  const differences = withoutUnseen(found, problems);
  const lookedMs = performance.now() - begun;

  const { changed, known, removed } = differences;
  const waiting = (await index.counts()).unsearchable;
  const listFirst = waiting > 0 || changed.length - (known.length - removed.size) > fewFiles;
  const total = 2 * changed.length + waiting;
  let done = 0;
  const report = (work: number): void => {
    done = Math.min(total, done + work);
    progress.report(Math.floor(done / 2), Math.ceil(total / 2));
  };
  if (changed.length > 0 || removed.size > 0) {
    await putFiles(folder, index, differences, listFirst, async (number) => {
      report(listFirst ? number : 2 * number);
      await progress.pause();
    });
  }
  await putTexts(folder, index, async (number) => {
    report(number);
    await progress.pause();
  });
  return { leftOut, lookedMs };
}

/** Files in a folder that could not be read are not gone: what is indexed of them stays. */
function withoutUnseen(differences: Differences, problems: readonly Problem[]): Differences {
  const folders = problems
    .filter(({ code }) => code === "folder-unreadable")
    .map(({ path }) => `${path}/`);
  if (folders.length === 0) return differences;
  const isUnseen = (path: string): boolean => folders.some((folder) => path.startsWith(folder));
  return {
    ...differences,
    removed: new Set([...differences.removed].filter((path) => !isUnseen(path))),
  };
}

function byPath(a: Problem, b: Problem): number {
  return compareCodePoints(a.path, b.path);
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
  return { files, leftOut, problems };
}

async function putFolderProblems(index: ArticleIndex, problems: readonly Problem[]): Promise<void> {
  const known = await index.problems({ ofFolder: true, limit: problems.length + 1 });
  if (JSON.stringify(known.problems) === JSON.stringify(problems)) return;
  await index.apply([{ type: "folder-problems", problems }]);
}
