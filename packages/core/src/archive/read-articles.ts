import {
  type ArticleSettings,
  parseArticle,
  type ParsedArticle,
} from "../article/parse-article.ts";
import type { Problem } from "../problem.ts";
import { checkSettings } from "../source/check-settings.ts";
import { noStamp } from "../source/file-stamp.ts";
import { findArticleFiles } from "../source/find-article-files.ts";
import { readArticleFile } from "../source/read-article-file.ts";
import { readSettings } from "../source/read-settings.ts";
import { resolveFile } from "../source/resolve-file.ts";
import { resolveFolder } from "../source/resolve-folder.ts";
import type { Settings } from "../source/settings.ts";
import { compareCodePoints } from "../text/compare.ts";
import { duplicateId } from "./assign-ids.ts";
import { readFile } from "./read-file.ts";

/** How one file is read: settings, and the archive that it belongs to. */
export type ReadOptions = ArticleSettings & {
  /**
   * The archive's folder. The file's name is then a path in it, and `broadsheet.json` in it holds where no
   * setting is given. Absent: the file stands alone, and is known by its name.
   */
  readonly folder?: string;
};

/** The articles of a folder, read one at a time as they are asked for, and what is known of the folder. */
export type ArticleFolder = Iterable<ParsedArticle> & {
  /** The folder's real path. */
  readonly folder: string;
  /** How the articles are read: `broadsheet.json`, under what the caller gave. */
  readonly settings: Settings;
  /** Paths of the articles' files in the folder, `/` between their parts, in the order in which they are read. */
  readonly paths: readonly string[];
  /** Files and folders that were not taken for articles; what is inside such a folder is not counted. */
  readonly leftOut: number;
  /** What is wrong with `broadsheet.json`, with folders, links and names; each article brings its own. */
  readonly problems: readonly Problem[];
};

/**
 * Reads one file as an article. What is wrong with the file is a problem beside the article, so too when
 * it may not be read; only a file that is not there is an error.
 *
 * @throws {FileError} when it is not there, is a folder, or is outside `options.folder`.
 * @throws {FolderError} when `options.folder` cannot be opened.
 * @throws {SettingsError} for a time zone or a language that there is not.
 *
 * @example
 * ```ts
 * import { readArticle } from "@broadsheet/core/node";
 *
 * readArticle("articles/bridge.md").article.section?.label; // => "National"
 * readArticle("bridge.md", { folder: "articles" }).article.headline; // => "A bridge opens"
 * ```
 */
export function readArticle(file: string, options: ReadOptions = {}): ParsedArticle {
  const { folder, ...given } = options;
  const root = folder === undefined ? undefined : resolveFolder(folder);
  const { root: home, path } = resolveFile(file, root);
  const settings = root === undefined ? given : { ...readSettings(root).settings, ...given };
  return parseArticle(readArticleFile(home, { path, stamp: noStamp }), settings);
}

/**
 * Reads a folder of articles without an index: in the order of their paths, each when it is asked for, so
 * that no more than one need be in memory. Drafts are among them; `article.draft` tells. Going through them
 * again reads the same files again. Ids are those that `openArchive` gives.
 *
 * @param given settings that hold over those of the folder's `broadsheet.json`.
 * @throws {FolderError} when the folder is not there, is not a folder, or cannot be read.
 * @throws {SettingsError} for a time zone or a language that there is not.
 *
 * @example
 * ```ts
 * import { readArticles } from "@broadsheet/core/node";
 *
 * const articles = readArticles("articles");
 * const undated = [...articles].filter(({ article }) => article.datePublished === undefined);
 * undated.map(({ article }) => article.path); // => ["ferry.md"]
 * articles.settings.name; // => "The River Gazette"
 * ```
 */
export function readArticles(folder: string, given: Partial<Settings> = {}): ArticleFolder {
  checkSettings(given);
  const root = resolveFolder(folder);
  const written = readSettings(root);
  const settings: Settings = { ...written.settings, ...given };
  const { files, leftOut, problems } = findArticleFiles(root, settings);
  return {
    folder: root,
    settings,
    paths: files.map(({ path }) => path),
    leftOut,
    problems: [...written.problems, ...problems].toSorted((a, b) =>
      compareCodePoints(a.path, b.path),
    ),
    *[Symbol.iterator]() {
      // Files come in the order of their paths: the first that wants an id is the one that has it.
      const taken = new Set<string>();
      for (const found of files) {
        const { article, problems: own } = readFile({ root, settings }, found);
        if (taken.has(article.id)) {
          const other = duplicateId(article.id, found.path);
          yield { article: { ...article, id: other.id }, problems: [...own, ...other.problems] };
        } else {
          taken.add(article.id);
          yield { article, problems: own };
        }
      }
    },
  };
}
