import { FolderArchive } from "./archive/folder-archive.ts";
import type { ArchiveStatus } from "./archive/archive.ts";
import type { PrepareFiles } from "./archive/prepare-files.ts";
import { SettingsFile } from "./source/settings-file.ts";
import { birthOf, indexFile } from "./sqlite/index-file.ts";
import { isDamage, openDatabase, replaceDatabase } from "./sqlite/open-database.ts";
import { noteUse, removeUnused } from "./sqlite/remove-unused.ts";
import { SqliteIndex } from "./sqlite/sqlite-index.ts";
import { WriterLock } from "./sqlite/writer-lock.ts";

/** What an archive is kept of. */
export type KeptArchiveParts = {
  /** The archive's folder, as a real path. */
  readonly folder: string;
  readonly cacheFolder: string;
  /** Whether changes of files are listened to. */
  readonly watch: boolean;
  /** The files are not looked at before. */
  readonly asked: Promise<unknown>;
  readonly onStatus: (status: ArchiveStatus) => void;
};

/** An archive with an index under it, and what it is asked just now. */
type Opened = {
  readonly archive: FolderArchive;
  readonly file: string;
  /** Which file it was that was opened under this name. */
  readonly birth: string;
  readonly lock: WriterLock;
  readonly answers: Set<Promise<unknown>>;
};

/**
 * An archive that goes on when what is under it has to be made anew: an index that turns out to be damaged
 * is made again, and when settings change that shape it, another one is made and takes its place when it
 * is complete.
 */
export class KeptArchive {
  readonly #parts: KeptArchiveParts;
  readonly #settingsFile: SettingsFile;
  #opened: Opened;
  /** What will take its place. */
  #next: Opened | undefined;
  #changing: Promise<void> | undefined;
  #mending: Promise<void> | undefined;
  #closed = false;

  constructor(parts: KeptArchiveParts) {
    this.#parts = parts;
    this.#settingsFile = new SettingsFile(parts.folder, () => this.#followSettings());
    this.#opened = this.#open(openDatabase);
    this.#begin(this.#opened);
  }

  /** Asks the archive; once more when the index turns out to be damaged: it is then made again. */
  async ask<Answer>(question: (archive: FolderArchive) => Promise<Answer>): Promise<Answer> {
    await this.#mending;
    const asking = this.#opened;
    const answer = question(asking.archive);
    asking.answers.add(answer);
    try {
      return await answer;
    } catch (error) {
      if (!isDamaged(error)) throw error;
      await this.#mend(asking);
      return question(this.#opened.archive);
    } finally {
      asking.answers.delete(answer);
    }
  }

  async status(): Promise<ArchiveStatus> {
    const status = await this.ask((archive) => archive.status());
    const next = await this.#next?.archive.status().catch(() => undefined);
    if (next === undefined) return status;
    // The old answers hold until the new ones are complete; the work is the new one's.
    const { filesDone, filesTotal, secondsLeft } = next;
    const left = secondsLeft === undefined ? {} : { secondsLeft };
    return { ...status, state: "checking", filesDone, filesTotal, ...left };
  }

  async settled(): Promise<ArchiveStatus> {
    await this.ask((archive) => archive.settled());
    await this.#changing;
    return this.status();
  }

  async refresh(): Promise<ArchiveStatus> {
    await this.ask((archive) => archive.refresh());
    await this.#changing;
    return this.status();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#next?.archive.close();
    await this.#changing;
    await this.#opened.archive.close();
  }

  /** Opens an index for the settings as they are, with an archive over it that does nothing yet. */
  #open(open: typeof openDatabase): Opened {
    const { folder, cacheFolder, watch } = this.#parts;
    const { settings } = this.#settingsFile;
    const file = indexFile(folder, settings, cacheFolder);
    const { index, isKept, notice } = openIndex(file, open);
    if (isKept) noteUse(file, folder);
    const birth = birthOf(file);
    const lock = new WriterLock(isKept ? `${file}.lock` : undefined);
    const archive: FolderArchive = new FolderArchive({
      folder: { root: folder, settings },
      index,
      settingsFile: this.#settingsFile,
      watch,
      notices: notice === undefined ? [] : [notice],
      prepare: prepareWhenNeeded,
      writerTurn: (work, wait, isOver) => lock.run(work, wait, isOver),
      onStatus: (status) => this.#tell(archive, status),
      onFailure: (error) => isDamaged(error) && void this.#mend(opened),
    });
    const opened: Opened = { archive, file, birth, lock, answers: new Set() };
    return opened;
  }

  /** Passes on what an archive says of itself, as long as it is one of those that count. */
  #tell(archive: FolderArchive, status: ArchiveStatus): void {
    if (archive === this.#opened.archive && this.#next === undefined) this.#parts.onStatus(status);
    else if (archive === this.#opened.archive || archive === this.#next?.archive)
      this.status().then(this.#parts.onStatus, () => {});
  }

  /** Has an archive look at its files for the first time. */
  #begin(opened: Opened): void {
    opened.archive.refresh(this.#parts.asked).then(
      () => removeUnused(opened.file, this.#parts.folder, Date.now()),
      // A failure is in the status, and is what `settled` rejects with.
      () => {},
    );
  }

  /** Makes a damaged index again; nothing happens when that was done meanwhile. */
  #mend(damaged: Opened): Promise<void> {
    if (this.#opened !== damaged || this.#closed) return this.#mending ?? Promise.resolve();
    this.#mending ??= (async () => {
      await damaged.archive.close();
      const replace = async (): Promise<Opened> => {
        // Another process may have made it again while this one waited.
        const isOld = birthOf(damaged.file) === damaged.birth;
        return this.#open(isOld ? replaceDatabase : openDatabase);
      };
      this.#opened = (await damaged.lock.run(replace, true, () => this.#closed)) ?? this.#opened;
      this.#begin(this.#opened);
    })().finally(() => (this.#mending = undefined));
    return this.#mending;
  }

  /** Begins with other settings when those in use are not the ones that are written any more. */
  #followSettings(): void {
    if (this.#closed || this.#changing !== undefined || !this.#isOutdated(this.#opened)) return;
    this.#changing = this.#changeSettings(openDatabase)
      // The archive goes on as it was; this is tried again at the next look at its files.
      .catch(() => {})
      .finally(() => (this.#changing = undefined));
  }

  #isOutdated({ file }: Opened): boolean {
    const { folder, cacheFolder } = this.#parts;
    return file !== indexFile(folder, this.#settingsFile.settings, cacheFolder);
  }

  /** Makes an index for the settings as they are, and puts it in the place of the one in use. */
  async #changeSettings(open: typeof openDatabase): Promise<void> {
    const next = this.#open(open);
    this.#next = next;
    try {
      await next.archive.refresh();
    } catch (error) {
      this.#next = undefined;
      await next.archive.close();
      // The files are looked at again before long, and then this is tried again.
      const isReplaceable = isDamaged(error) && open === openDatabase && !this.#closed;
      return isReplaceable ? this.#changeSettings(replaceDatabase) : undefined;
    }
    this.#next = undefined;
    if (!this.#isOutdated(this.#opened) || this.#closed) return next.archive.close();
    if (this.#isOutdated(next)) {
      await next.archive.close();
      return this.#changeSettings(openDatabase);
    }
    await this.#mending;
    const before = this.#opened;
    this.#opened = next;
    this.#opened.archive.status().then(this.#parts.onStatus, () => {});
    await Promise.allSettled(before.answers);
    await before.archive.close();
  }
}

/** Reads files in threads; what that takes is loaded when there are any. */
const prepareWhenNeeded: PrepareFiles = async function* (folder, files) {
  const { prepareInThreads } = await import("./reader-threads.ts");
  yield* prepareInThreads(folder, files);
};

function openIndex(
  file: string,
  open: typeof openDatabase,
): {
  readonly index: SqliteIndex;
  readonly isKept: boolean;
  readonly notice: string | undefined;
} {
  const { database, notice } = open(file);
  try {
    return { index: new SqliteIndex(database), isKept: database.location() !== null, notice };
  } catch (error) {
    database.close();
    if (open === replaceDatabase || !isDamage(error)) throw error;
    return openIndex(file, replaceDatabase);
  }
}

function isDamaged(error: unknown): boolean {
  return error instanceof Error && isDamage(error.cause);
}
