import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { makeProblem, type Problem } from "../problem.ts";
import { cleanLine } from "../text/clean-text.ts";
import type { FileStamp, FoundFile } from "./article-file.ts";
import { isArticleFolder, isArticleName } from "./article-names.ts";
import { failureCode, failureText } from "./failure-text.ts";
import { noStamp, stampOf } from "./file-stamp.ts";
import type { PathRules } from "./path-rules.ts";
import { inFolder, unlistedName } from "./real-path.ts";

/** A folder or link: its path inside the archive (empty for the root) and in the file system. */
export type Place = { readonly path: string; readonly full: string };

/** What one folder holds, without what is in the folders in it. */
export type FolderContents = {
  /** In no promised order. */
  readonly files: readonly FoundFile[];
  /** Folders in which there may be articles, and links, wherever they lead. */
  readonly folders: readonly Place[];
  readonly links: readonly Place[];
  /** Files and folders that were not taken for articles. */
  readonly leftOut: number;
  readonly problems: readonly Problem[];
};

/** Entries of a folder between two steps: 5 ms. */
const entriesAtOnce = 1_000;

/**
 * Reads one folder in steps, between which others can have a turn, but for the files that were seen under other paths. A folder that cannot be read holds nothing but a problem; one that is gone since it was
 * found holds nothing.
 */
export function* readFolder(
  { path: folder, full: fullFolder }: Place,
  rules: PathRules,
  seen: ReadonlySet<string> = new Set(),
): Generator<undefined, FolderContents, undefined> {
  let entries: Dirent[];
  try {
    entries = readdirSync(fullFolder, { withFileTypes: true });
  } catch (error) {
    const problems = isGone(folder, error) ? [] : [unreadable(folder, error)];
    return { files: [], folders: [], links: [], leftOut: 0, problems };
  }
  const files: FoundFile[] = [];
  const folders: Place[] = [];
  const links: Place[] = [];
  const problems: Problem[] = [];
  const start = join(fullFolder, "/");
  let leftOut = 0;
  for (const [at, entry] of entries.entries()) {
    if (at > 0 && at % entriesAtOnce === 0) yield;
    const name = cleanLine(entry.name);
    const path = folder === "" ? name : `${folder}/${name}`;
    const full = start + entry.name;
    const taken = entry.isFile()
      ? isArticleName(entry.name) && rules.ofFile(path) === undefined
      : isArticleFolder(name) && isLookedInto(entry, rules, path);
    if (!taken || (seen.size > 0 && seen.has(full))) leftOut++;
    else if (entry.isDirectory()) folders.push({ path, full });
    else if (entry.isSymbolicLink()) links.push({ path, full });
    else if (entry.isFile()) {
      const stamp = stampAt(full) ?? stampOfBytes(fullFolder, entry.name);
      // A file that went away since the folder was read is no longer there to be listed.
      if (stamp) files.push({ path, stamp });
    } else leftOut++;
    if (taken && (name !== entry.name || isBroken(fullFolder, name))) {
      problems.push(makeProblem("file-name-unsafe", { path, value: name }));
    }
  }
  return { files, folders, links, leftOut, problems };
}

/** What a link leads to is not known yet: it is looked at when either a file or a folder could stand there. */
function isLookedInto(entry: Dirent, rules: PathRules, path: string): boolean {
  if (rules.ofFolder(path) === undefined) return true;
  return entry.isSymbolicLink() && rules.ofFile(path) === undefined;
}

/** The stamp of a file; undefined when it is gone, or when something else has taken its place. */
function stampAt(full: string | Buffer): FileStamp | undefined {
  try {
    const stats = lstatSync(full, { throwIfNoEntry: false });
    return stats?.isFile() === true ? stampOf(stats) : undefined;
  } catch {
    return noStamp;
  }
}

/** What stands in a text for bytes that are no UTF-8. */
const replacement = "\ufffd";

/** The stamp of a file whose name is not UTF-8. */
function stampOfBytes(folder: string, name: string): FileStamp | undefined {
  const bytes = bytesOf(folder, name);
  return bytes && stampAt(inFolder(folder, bytes));
}

/** Whether a name is not UTF-8 in the file system. */
function isBroken(folder: string, name: string): boolean {
  return bytesOf(folder, name)?.equals(Buffer.from(name)) === false;
}

function bytesOf(folder: string, name: string): Buffer | undefined {
  if (!name.includes(replacement)) return undefined;
  try {
    return unlistedName(folder, cleanLine(name));
  } catch {
    return undefined;
  }
}

function isGone(folder: string, error: unknown): boolean {
  const code = failureCode(error);
  // The archive's own folder is missed; one whose name is not UTF-8 cannot be entered by it.
  if (folder === "" || folder.includes(replacement)) return false;
  return code === "ENOENT" || code === "ENOTDIR";
}

/** The problem of a folder that cannot be read. */
export function unreadable(path: string, error: unknown): Problem {
  const value = path.includes(replacement) ? "its name is not UTF-8" : failureText(error);
  return makeProblem("folder-unreadable", { path, value });
}
