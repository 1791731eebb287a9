import { cleanLine, type Archive, type Problem } from "@broadsheet/core/view";
import { readArticle } from "@broadsheet/core/node";
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { archiveProblems } from "./archive-problems.ts";

/** A problem, and how it is found by the person who asked. */
export type CheckedProblem = {
  readonly problem: Problem;
  /** The real path of the folder that the problem's path is in. */
  readonly folder: string;
  /** The file as it is called from where one stands; inside the archive when a single folder is checked. */
  readonly shownPath: string;
};

/** The file that makes a folder an archive of its own. */
const settingsFile = "broadsheet.json";

/** Opens a folder as an archive; its index is in step with the files. */
export type OpenFolder = (
  folder: string,
) => Promise<{ readonly archive: Archive; readonly folder: string }>;

/** The problems of folders and of single files, in the order in which they were named. */
export async function* checkedProblems(
  paths: readonly string[],
  defaultFolder: string,
  open: OpenFolder,
): AsyncGenerator<CheckedProblem> {
  const named = paths.length > 0 ? paths : [defaultFolder];
  for (const path of named) {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) {
      yield* problemsOfFile(path, defaultFolder);
      continue;
    }
    const { archive, folder } = await open(path);
    for await (const problem of archiveProblems(archive)) {
      const shownPath = named.length > 1 ? join(cleanLine(path), problem.path) : problem.path;
      yield { problem, folder, shownPath };
    }
  }
}

/** A file is read by itself, so that a question about one file never indexes the folder it is in. */
function problemsOfFile(path: string, defaultFolder: string): readonly CheckedProblem[] {
  const real = realpathSync(path);
  const folder = archiveFolderOf(real, defaultFolder);
  const { problems } = readArticle(relative(folder, real), { folder });
  return problems.map((problem) => ({ problem, folder, shownPath: cleanLine(path) }));
}

/**
 * The archive that a file belongs to, which says how its dates and its own path are read: the nearest folder
 * with settings; otherwise the folder that would be opened, if the file is in it; otherwise the file's own.
 */
function archiveFolderOf(realFile: string, defaultFolder: string): string {
  for (let folder = dirname(realFile); ; folder = dirname(folder)) {
    if (existsSync(join(folder, settingsFile))) return folder;
    if (dirname(folder) === folder) break;
  }
  const opened = existsSync(defaultFolder) ? realpathSync(defaultFolder) : undefined;
  const isInside = opened !== undefined && realFile.startsWith(join(opened, sep));
  return isInside ? opened : dirname(realFile);
}
