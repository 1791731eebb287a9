import { type Dirent, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { cleanLine } from "../text/clean-text.ts";
import { compareCodePoints } from "../text/compare.ts";
import { type NameReason, isArticleFolder, reasonOfName } from "./article-names.ts";
import { findArticleFiles } from "./find-article-files.ts";
import { type PathReason, type PathRules, pathRules } from "./path-rules.ts";
import { readSettings } from "./read-settings.ts";
import { resolveFolder } from "./resolve-folder.ts";

/**
 * Why a file of an archive's folder is no article of it: its name; the folder it is in (hidden, a tool's, of
 * empty forms); the archive's settings (`ignored`, `not-included`); or that it is a link that was not followed, or no regular file (`special`).
 */
export type LeftOutReason = NameReason | PathReason | "folder" | "link" | "special";

/** Files that were left out for one reason and end in the same way. */
export type LeftOutFiles = {
  readonly reason: LeftOutReason;
  /** How their names end, in lower case: `.png`; empty without an ending. */
  readonly ending: string;
  readonly files: number;
  /** The first of them, as a path inside the archive. */
  readonly example: string;
};

/** Every file of a folder, once: taken for an article, or left out. */
export type FolderSurvey = {
  readonly articles: number;
  /** The most frequent first. */
  readonly leftOut: readonly LeftOutFiles[];
};

/**
 * Looks at every file of a folder, also where no article is looked for, and says what becomes of it: so the
 * two numbers add up to what is there. Takes a second for 100,000 files.
 *
 * @throws {FolderError} when it is not there, is not a folder, or cannot be read.
 *
 * @example
 * ```ts
 * import { surveyFolder } from "@broadsheet/core/node";
 *
 * const { articles, leftOut } = surveyFolder("articles");
 * articles; // => 2
 * leftOut[0]; // => { reason: "ending", ending: ".json", files: 1, example: "broadsheet.json" }
 * ```
 */
export function surveyFolder(folder: string): FolderSurvey {
  const root = resolveFolder(folder);
  const { settings } = readSettings(root);
  const { files } = findArticleFiles(root, settings);
  const rules = pathRules(settings);
  const taken = new Set(files.map(({ path }) => path));
  const groups = new Map<string, LeftOutFiles>();
  for (const file of everyFile(root)) {
    const { path, entry } = file;
    if (taken.has(path)) continue;
    const reason = reasonOf(file, rules);
    const ending = cleanLine(extname(entry.name).toLowerCase());
    const key = `${reason} ${ending}`;
    const { files: before, example } = groups.get(key) ?? { files: 0, example: path };
    const first = compareCodePoints(path, example) < 0 ? path : example;
    groups.set(key, { reason, ending, files: before + 1, example: first });
  }
  return {
    articles: files.length,
    leftOut: [...groups.values()].toSorted(
      (a, b) => b.files - a.files || compareCodePoints(a.ending, b.ending),
    ),
  };
}

/** A file, and whether it is in a folder where articles are looked for. */
type AnyFile = { readonly path: string; readonly entry: Dirent; readonly isInside: boolean };

/** Everything that is no folder; links are not followed. */
function* everyFile(root: string): Generator<AnyFile, void, undefined> {
  const folders = [{ path: "", full: root, isInside: true }];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder.full)) {
      const name = cleanLine(entry.name);
      const path = folder.path === "" ? name : `${folder.path}/${name}`;
      if (entry.isDirectory()) {
        const isInside = folder.isInside && isArticleFolder(name);
        folders.push({ path, full: join(folder.full, entry.name), isInside });
      } else yield { path, entry, isInside: folder.isInside };
    }
  }
}

/** What is in a folder; nothing when it cannot be read, which is a problem of the archive already. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function reasonOf({ path, entry, isInside }: AnyFile, rules: PathRules): LeftOutReason {
  if (!isInside) return "folder";
  const byRule = rules.ofFile(path);
  if (byRule === "ignored") return byRule;
  if (entry.isSymbolicLink()) return "link";
  if (!entry.isFile()) return "special";
  return reasonOfName(entry.name) ?? byRule ?? "special";
}
