import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeProblem, type Problem } from "../problem.ts";
import { cleanLine } from "../text/clean-text.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { FileStamp, FoundFile } from "./article-file.ts";
import { isArticleFolder, isArticleName } from "./article-names.ts";
import { failureText } from "./failure-text.ts";
import { noStamp, stampOf } from "./file-stamp.ts";
import { isInside } from "./inside.ts";
import type { Settings } from "./settings.ts";

/** What was found in a folder and all folders in it. */
export type FoundFiles = {
  /** In the order of their paths' code points. */
  readonly files: readonly FoundFile[];
  /** Files and folders that were not taken for articles; what is inside such a folder is not counted. */
  readonly leftOut: number;
  /** Folders that could not be read, links that lead nowhere, names that had to be cleaned. */
  readonly problems: readonly Problem[];
};

/** Every article in a folder. Nothing throws: what cannot be read is a problem. */
export function findArticleFiles(root: string, settings: Settings): FoundFiles {
  const folders = [...walkArticleFolders(root, settings)];
  return {
    files: folders
      .flatMap(({ files }) => files)
      .toSorted((a, b) => compareCodePoints(a.path, b.path)),
    leftOut: folders.reduce((sum, { leftOut }) => sum + leftOut, 0),
    problems: folders.flatMap(({ problems }) => problems),
  };
}

/** A folder or link: its path inside the archive (empty for the root) and in the file system. */
type Place = { readonly path: string; readonly full: string };

/** A walk under way. */
type Walk = {
  readonly realRoot: string;
  /** Folders still to be looked into; their paths in the file system are real. */
  readonly folders: Place[];
  /** Links that were met. */
  readonly links: Place[];
  /** Real paths of the folders looked into, and of the files that a link led to. */
  readonly seen: Set<string>;
};

/**
 * The same, one folder at a time and in no promised order, so that a caller can do other work between
 * folders. Links are followed at the end, when they lead to something inside that has not been seen under
 * its own path: so no circle is possible, and no file is found twice.
 */
export function* walkArticleFolders(
  root: string,
  _settings: Settings, // the place where an archive's own rules about names will come in
): Generator<FoundFiles, void, undefined> {
  let realRoot: string;
  try {
    realRoot = realpathSync(root);
  } catch (error) {
    yield { ...nothing, problems: [unreadable("", error)] };
    return;
  }
  const folders: Place[] = [{ path: "", full: realRoot }];
  const walk: Walk = { realRoot, folders, links: [], seen: new Set() };
  for (;;) {
    const folder = walk.folders.pop();
    const link = folder ? undefined : firstLink(walk.links);
    if (folder) yield readFolder(folder, walk);
    else if (link) yield followLink(link, walk);
    else return;
  }
}

/** Takes the link whose path comes first, so that the result does not depend on the file system's order. */
function firstLink(links: Place[]): Place | undefined {
  links.sort((a, b) => compareCodePoints(b.path, a.path));
  return links.pop();
}

const nothing: FoundFiles = { files: [], leftOut: 0, problems: [] };
const oneLeftOut: FoundFiles = { ...nothing, leftOut: 1 };

function readFolder({ path: folder, full: realFolder }: Place, walk: Walk): FoundFiles {
  if (walk.seen.has(realFolder)) return oneLeftOut;
  walk.seen.add(realFolder);
  let entries: Dirent[];
  try {
    entries = readdirSync(realFolder, { withFileTypes: true });
  } catch (error) {
    return { ...nothing, problems: [unreadable(folder, error)] };
  }
  const files: FoundFile[] = [];
  const problems: Problem[] = [];
  let leftOut = 0;
  for (const entry of entries) {
    const name = cleanLine(entry.name);
    const path = folder === "" ? name : `${folder}/${name}`;
    const full = join(realFolder, entry.name);
    const taken = entry.isFile() ? isArticleName(name) : isArticleFolder(name);
    if (!taken || walk.seen.has(full)) leftOut++;
    else if (entry.isDirectory()) walk.folders.push({ path, full });
    else if (entry.isSymbolicLink()) walk.links.push({ path, full });
    else if (entry.isFile()) {
      const stamp = stampAt(full);
      // A file that went away since the folder was read is no longer there to be listed.
      if (stamp) files.push({ path, stamp });
    } else leftOut++;
    if (name !== entry.name && taken) {
      problems.push(makeProblem("file-name-unsafe", { path, value: name }));
    }
  }
  return { files, leftOut, problems };
}

function followLink({ path, full }: Place, walk: Walk): FoundFiles {
  let real: string;
  let stats: Stats;
  try {
    real = realpathSync(full);
    stats = statSync(real);
  } catch (error) {
    return isArticleName(basename(path)) ? lost(path, failureText(error)) : oneLeftOut;
  }
  if (!stats.isDirectory() && !isArticleName(basename(path))) return oneLeftOut;
  if (!isInside(walk.realRoot, real)) return lost(path, "a place outside the archive");
  if (stats.isDirectory()) return readFolder({ path, full: real }, walk);
  const known = walk.seen.has(dirname(real)) && isArticleName(basename(real));
  if (known || walk.seen.has(real) || !stats.isFile()) return oneLeftOut;
  walk.seen.add(real);
  return { ...nothing, files: [{ path, stamp: stampOf(stats) }] };
}

/** The stamp of a file; undefined when it is gone. */
function stampAt(full: string): FileStamp | undefined {
  try {
    const stats = statSync(full, { throwIfNoEntry: false });
    return stats && stampOf(stats);
  } catch {
    return noStamp;
  }
}

function unreadable(path: string, error: unknown): Problem {
  return makeProblem("folder-unreadable", { path, value: failureText(error) });
}

function lost(path: string, value: string): FoundFiles {
  return { ...oneLeftOut, problems: [makeProblem("link-outside", { path, value })] };
}
