// Archives in folders, for Node.js. SQLite is loaded in a worker, when an archive is opened.

export { openArchive, type OpenOptions } from "./open-archive.ts";
export { readSourceLine } from "./source/read-source-line.ts";
export type {
  ArticleIndex,
  Change,
  FileEntry,
  IndexCounts,
  IndexedFile,
  IndexHit,
  IndexResults,
  IndexText,
  Patience,
} from "./archive/article-index.ts";
