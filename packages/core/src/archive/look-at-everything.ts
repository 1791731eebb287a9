import { FolderError } from "../errors.ts";
import type { Problem } from "../problem.ts";
import type { FoundFile } from "../source/article-file.ts";
import { walkArticleFolders } from "../source/find-article-files.ts";
import type { FolderWatch } from "../source/watch-folders.ts";
import type { ArticleIndex } from "./article-index.ts";
import { Comparison, type Differences } from "./compare-files.ts";
import type { Folder } from "./read-file.ts";

/**
 * Milliseconds of looking at folders before others have a turn: questions come while an archive that was just
 * opened is looked at.
 */
const turnMs = 5;

/** What a look at a whole archive found. */
export type Look = {
  readonly differences: Differences;
  /** Folders that could not be read, links that lead nowhere, names that had to be cleaned. */
  readonly problems: readonly Problem[];
  /** Files and folders that were not taken for articles. */
  readonly leftOut: number;
};

/**
 * How all files of an archive differ from an index. Its folders are watched from then on, and no others.
 *
 * @throws {FolderError} when the archive's folder itself cannot be read: what is indexed then stays.
 */
export async function lookAtEverything(
  { root, settings }: Folder,
  index: ArticleIndex,
  watch: FolderWatch | undefined,
  pause: () => Promise<void>,
): Promise<Look> {
  const comparison = new Comparison(index, pause);
  const linked: FoundFile[] = [];
  const problems: Problem[] = [];
  const folders = new Set<string>();
  let leftOut = 0;
  let end = performance.now() + turnMs;
  // Watched before it is read, so that nothing that happens in between is missed.
  const entering = ({ path, full }: { readonly path: string; readonly full: string }): void => {
    folders.add(path);
    watch?.add(path, full);
  };
  for (const found of walkArticleFolders(root, settings, entering)) {
    if (found !== undefined) {
      const { path, files } = found;
      for (const problem of found.problems) problems.push(problem);
      const lost = found.problems.find((each) => isUnreadable(each) && each.path === "");
      if (lost !== undefined)
        throw new FolderError("folder-unreadable", root, lost.message, { cause: lost.value });
      leftOut += found.leftOut;
      if (!folders.has(path)) linked.push(...files);
      else if (files.length > 0 && !(await comparison.isAlike(path, files)))
        await comparison.compareFolder(path, files);
    }
    if (performance.now() < end) continue;
    await pause();
    end = performance.now() + turnMs;
  }
  watch?.keepOnly((folder) => folders.has(folder));
  // Files in a folder that could not be read are not gone: what is indexed of them stays.
  await comparison.missOthers(problems.filter(isUnreadable).map(({ path }) => path));
  for (const file of linked) comparison.compareLinked(file);
  return { differences: await comparison.differences(), problems, leftOut };
}

function isUnreadable({ code }: Problem): boolean {
  return code === "folder-unreadable";
}
