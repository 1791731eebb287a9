// Files and folders, for Node.js. SQLite is loaded in a worker, when an archive is opened.

export {
  readArticle,
  readArticles,
  type ArticleFolder,
  type ReadOptions,
} from "./archive/read-articles.ts";
export { openArchive, type OpenOptions } from "./open-archive.ts";
export { readSource } from "./source/read-source.ts";
export { readSourceLine } from "./source/read-source-line.ts";
export type { NameReason } from "./source/article-names.ts";
export type { PathReason } from "./source/path-rules.ts";
export {
  surveyFolder,
  type FolderSurvey,
  type LeftOutFiles,
  type LeftOutReason,
} from "./source/left-out-files.ts";
