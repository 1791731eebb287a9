import type { Problem } from "../problem.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex } from "./article-index.ts";
import type { Differences } from "./compare-files.ts";
import { putFiles, putTexts } from "./put-files.ts";
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

/** Puts into an index what it lacks and takes out what is gone. An interrupted run goes on where it was. */
export async function bringInStep(
  folder: Folder,
  index: ArticleIndex,
  differences: Differences,
  progress: Progress,
): Promise<void> {
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
}

/** Keeps the problems that belong to no article, in place of those known so far. */
export async function putFolderProblems(
  index: ArticleIndex,
  unordered: readonly Problem[],
): Promise<void> {
  const problems = unordered.toSorted((a, b) => compareCodePoints(a.path, b.path));
  const known = await index.problems({ ofFolder: true, limit: problems.length + 1 });
  if (JSON.stringify(known.problems) === JSON.stringify(problems)) return;
  await index.apply([{ type: "folder-problems", problems }]);
}
