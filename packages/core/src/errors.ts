/**
 * What is thrown when the library is misused or cannot go on. Faults of the articles themselves are
 * never thrown: they are `Problem` values.
 *
 * Every error says what it is about in its fields; `code` is stable, the wording of `message` is not.
 *
 * @example
 * ```ts
 * import { BroadsheetError } from "@broadsheet/core";
 * import { openArchive } from "@broadsheet/core/node";
 *
 * const error: unknown = await openArchive("no-such-folder").catch((reason: unknown) => reason);
 * error instanceof BroadsheetError && error.code; // => "folder-not-found"
 * ```
 */
export class BroadsheetError extends Error {
  override readonly name: string = "BroadsheetError";
  /** A stable word for the kind of failure, such as `folder-not-found`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Why a folder cannot be opened as an archive. */
export type FolderErrorCode = "folder-not-found" | "not-a-folder" | "folder-unreadable";

/**
 * The folder given to `openArchive` or `readArticles` cannot be opened: it is not there, is a file, or may not be read.
 *
 * @example
 * ```ts
 * import { FolderError } from "@broadsheet/core";
 * import { readArticles } from "@broadsheet/core/node";
 *
 * try {
 *   readArticles("no-such-folder");
 * } catch (error) {
 *   error instanceof FolderError && error.code; // => "folder-not-found"
 * }
 * ```
 */
export class FolderError extends BroadsheetError {
  override readonly name = "FolderError";
  declare readonly code: FolderErrorCode;
  /** The folder as it was given, made absolute. */
  readonly folder: string;

  constructor(code: FolderErrorCode, folder: string, message: string, options?: ErrorOptions) {
    super(code, message, options);
    this.folder = folder;
  }
}

/** Why a file cannot be read as an article. */
export type FileErrorCode = "file-not-found" | "not-a-file" | "file-outside";

/**
 * The file given to `readArticle` is not there, is a folder, or is not in the archive's folder.
 *
 * @example
 * ```ts
 * import { FileError } from "@broadsheet/core";
 * import { readArticle } from "@broadsheet/core/node";
 *
 * try {
 *   readArticle("articles/no-such-file.md");
 * } catch (error) {
 *   error instanceof FileError && error.code; // => "file-not-found"
 * }
 * ```
 */
export class FileError extends BroadsheetError {
  override readonly name = "FileError";
  declare readonly code: FileErrorCode;
  /** The file as it was given, made absolute. */
  readonly file: string;

  constructor(code: FileErrorCode, file: string, message: string, options?: ErrorOptions) {
    super(code, message, options);
    this.file = file;
  }
}

/** Why a setting that a program gives cannot be used. */
export type SettingsErrorCode =
  | "time-zone-unknown"
  | "language-invalid"
  | "pattern-invalid"
  | "cache-inside-archive"
  | "schema-asynchronous";

/**
 * A setting that a program gives has a value that means nothing.
 *
 * @example
 * ```ts
 * import { parseArticle, SettingsError } from "@broadsheet/core";
 *
 * try {
 *   parseArticle({ path: "a.md", text: "Text." }, { timeZone: "Mars/Olympus" });
 * } catch (error) {
 *   error instanceof SettingsError && error.setting; // => "timeZone"
 * }
 * ```
 */
export class SettingsError extends BroadsheetError {
  override readonly name = "SettingsError";
  declare readonly code: SettingsErrorCode;
  /** The name of the setting. */
  readonly setting: string;

  constructor(code: SettingsErrorCode, setting: string, message: string) {
    super(code, message);
    this.setting = setting;
  }
}

/** Why a cursor cannot be followed: it was not made by us, or its generation has passed. */
export type CursorErrorCode = "cursor-invalid" | "cursor-expired";

/**
 * A cursor that cannot be followed.
 *
 * @example
 * ```ts
 * import { CursorError, everything } from "@broadsheet/core";
 * import { openArchive } from "@broadsheet/core/node";
 *
 * const archive = await openArchive("articles", { cacheDir: "cache" });
 * await archive.settled();
 * const error: unknown = await archive
 *   .search(everything, { cursor: "made up" })
 *   .catch((reason: unknown) => reason);
 * error instanceof CursorError && error.code; // => "cursor-invalid"
 * await archive.close();
 * ```
 */
export class CursorError extends BroadsheetError {
  override readonly name = "CursorError";
  declare readonly code: CursorErrorCode;

  constructor(code: CursorErrorCode, message: string) {
    super(code, message);
  }
}

/** Why an index cannot be used. */
export type IndexErrorCode = "index-failed";

/** The index cannot be read or written. The articles are untouched: the index is only a cache of them. */
export class IndexError extends BroadsheetError {
  override readonly name = "IndexError";
  declare readonly code: IndexErrorCode;

  constructor(code: IndexErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

/**
 * A query was given up before its answer was there: what an `ArticleIndex` rejects with. Front ends see their
 * signal's own reason instead.
 *
 * @example
 * ```ts
 * import { CancelledError } from "@broadsheet/core";
 *
 * new CancelledError().code; // => "cancelled"
 * ```
 */
export class CancelledError extends BroadsheetError {
  override readonly name = "CancelledError";

  constructor() {
    super("cancelled", "The query was cancelled.");
  }
}

/**
 * A call on an archive that was closed.
 *
 * @example
 * ```ts
 * import { ClosedError, everything, IndexError } from "@broadsheet/core";
 * import { openArchive } from "@broadsheet/core/node";
 *
 * const archive = await openArchive("articles", { cacheDir: "cache" });
 * await archive.close();
 * const error: unknown = await archive.search(everything).catch((reason: unknown) => reason);
 * error instanceof ClosedError; // => true
 * error instanceof IndexError; // => false
 * ```
 */
export class ClosedError extends BroadsheetError {
  override readonly name = "ClosedError";

  constructor() {
    super("archive-closed", "The archive was closed; open it again to go on.");
  }
}
