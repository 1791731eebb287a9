import type { Problem } from "../problem.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex } from "./article-index.ts";
import type { Differences } from "./compare-files.ts";
import { updatesAtOnce } from "./limits.ts";
import type { PrepareFiles } from "./prepare-files.ts";
import type { Folder } from "./read-file.ts";

/** Follows the work. */
export type Progress = {
  /** Called as files are done, of how many; with none done when that begins. */
  readonly report: (done: number, total: number) => void;
  /** Called between slices; resolves when others had their turn, and throws to end the work. */
  readonly pause: () => Promise<void>;
  /** Default: on the thread that calls. */
  readonly prepare?: PrepareFiles;
};

/** Puts into an index what it lacks and takes out what is gone. An interrupted run goes on where it was. */
export async function bringInStep(
  folder: Folder,
  index: ArticleIndex,
  differences: Differences,
  progress: Progress,
): Promise<void> {
  const { whole, unsearchable } = await index.counts();
  const total = differences.changed.size + unsearchable;
  let done = 0;
  if (total > 0) progress.report(done, total);
  const after = async (number: number): Promise<void> => {
    done = Math.min(total, done + number);
    progress.report(done, total);
    await progress.pause();
  };
  if (total + differences.gone.length > 0) {
    // What reads articles takes as long to load as all else together: who only opens an archive does without.
    const { putFiles, putTexts } = await import("./put-files.ts");
    const { filesAtOnce, prepareFiles } = await import("./prepare-files.ts");
    const { prepare = prepareFiles } = progress;
    const following = { prepare, atOnce: whole ? updatesAtOnce : filesAtOnce, after };
    await putFiles(folder, index, differences, following);
    await putTexts(folder, index, following);
  }
  if (!whole || (await index.counts()).awaited > 0)
    await index.apply([{ type: "awaited", files: 0 }]);
  while (await index.tidy("counts")) await progress.pause();
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
