import type { Problem } from "../problem.ts";

/** What tells that a file has changed, without reading it. */
export type FileStamp = {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with the fraction that the file system gives. */
  readonly modifiedMs: number;
  /** Time of the last change of content, name or permissions, in the same unit. */
  readonly changedMs: number;
  /** The file's number in its file system. */
  readonly inode: number;
};

/** A file found in an archive's folder. */
export type FoundFile = {
  /** Path inside the archive, `/` between its parts, in the form the file system gives. */
  readonly path: string;
  readonly stamp: FileStamp;
};

/** A file as it was read. */
export type ArticleFile = FoundFile & {
  /** The whole text, cleaned: without byte order mark, control characters or escape sequences; `\n` line ends. */
  readonly text: string;
  /** Tells its bytes from all others (SHA-256, 128 bits of it). Absent when they could not be read. */
  readonly digest?: string;
  /** What was wrong with the file as a file; its text is then what could be read. */
  readonly problems: readonly Problem[];
};
