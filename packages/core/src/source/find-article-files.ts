import { realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { makeProblem, type Problem } from "../problem.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { FoundFile } from "./article-file.ts";
import { isArticleName } from "./article-names.ts";
import { failureText } from "./failure-text.ts";
import { stampOf } from "./file-stamp.ts";
import { isInside } from "./inside.ts";
import { type PathRules, pathRules } from "./path-rules.ts";
import { type Place, readFolder, unreadable } from "./read-folder.ts";
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
  const steps = [...walkArticleFolders(root, settings)];
  const folders = steps.filter((found) => found !== undefined);
  return {
    files: folders
      .flatMap(({ files }) => files)
      .toSorted((a, b) => compareCodePoints(a.path, b.path)),
    leftOut: folders.reduce((sum, { leftOut }) => sum + leftOut, 0),
    problems: folders.flatMap(({ problems }) => problems),
  };
}

/** A walk under way. */
type Walk = {
  readonly realRoot: string;
  readonly rules: PathRules;
  /** Folders still to be looked into; their paths in the file system are real. */
  readonly folders: Place[];
  /** Links that were met. */
  readonly links: Place[];
  /** Real paths of the folders looked into. */
  readonly seen: Set<string>;
  /** Real paths of the files that a link led to. */
  readonly linked: Set<string>;
  readonly entering: (folder: Place) => void;
};

/** What was found at one place of a walk. */
export type FoundFolder = FoundFiles & {
  /** The folder's path inside the archive, or that of a link to a file. */
  readonly path: string;
};

/**
 * The same, one folder at a time and in no promised order, and nothing now and then in between, so that a
 * caller can do other work. Links are followed at the end, when they lead to something inside that has not been seen under
 * its own path: so no circle is possible, and no file is found twice.
 *
 * @param entering called with each folder before it is read.
 */
export function* walkArticleFolders(
  root: string,
  settings: Pick<Settings, "include" | "ignore">,
  entering: (folder: Place) => void = () => {},
): Generator<FoundFolder | undefined, void, undefined> {
  let realRoot: string;
  try {
    realRoot = realpathSync(root);
  } catch (error) {
    yield { ...nothing, path: "", problems: [unreadable("", error)] };
    return;
  }
  const folders: Place[] = [{ path: "", full: realRoot }];
  const rules = pathRules(settings);
  const walk: Walk = {
    realRoot,
    rules,
    folders,
    links: [],
    seen: new Set(),
    linked: new Set(),
    entering,
  };
  for (;;) {
    const folder = walk.folders.pop();
    const link = folder ? undefined : firstLink(walk.links);
    if (folder) yield { ...(yield* enter(folder, walk)), path: folder.path };
    else if (link) yield { ...(yield* followLink(link, walk)), path: link.path };
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

function* enter(folder: Place, walk: Walk): Generator<undefined, FoundFiles, undefined> {
  if (walk.seen.has(folder.full)) return oneLeftOut;
  walk.seen.add(folder.full);
  walk.entering(folder);
  const { files, folders, links, leftOut, problems } = yield* readFolder(
    folder,
    walk.rules,
    walk.linked,
  );
  for (const each of folders) walk.folders.push(each);
  for (const each of links) walk.links.push(each);
  return { files, leftOut, problems };
}

function* followLink(
  { path, full }: Place,
  walk: Walk,
): Generator<undefined, FoundFiles, undefined> {
  let real: string;
  let stats: Stats;
  try {
    real = realpathSync(full);
    stats = statSync(real);
  } catch (error) {
    return isArticleName(basename(path)) ? lost(path, failureText(error)) : oneLeftOut;
  }
  if (stats.isDirectory() ? walk.rules.ofFolder(path) : walk.rules.ofFile(path)) return oneLeftOut;
  if (!stats.isDirectory() && !isArticleName(basename(path))) return oneLeftOut;
  if (!isInside(walk.realRoot, real)) return lost(path, "a place outside the archive");
  if (stats.isDirectory()) return yield* enter({ path, full: real }, walk);
  const known = walk.seen.has(dirname(real)) && isArticleName(basename(real));
  if (known || walk.linked.has(real) || !stats.isFile()) return oneLeftOut;
  walk.linked.add(real);
  return { ...nothing, files: [{ path, stamp: stampOf(stats) }] };
}

function lost(path: string, value: string): FoundFiles {
  return { ...oneLeftOut, problems: [makeProblem("link-outside", { path, value })] };
}
