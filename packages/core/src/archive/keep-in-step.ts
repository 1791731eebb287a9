import { setImmediate, setTimeout } from "node:timers/promises";
import { ClosedError, FolderError } from "../errors.ts";
import { sameStamp } from "../source/file-stamp.ts";
import type { SettingsFile } from "../source/settings-file.ts";
import { statFile } from "../source/stat-file.ts";
import type { ArchiveStatus } from "./archive.ts";
import type { ArticleIndex, FileEntry } from "./article-index.ts";
import { bringInStep, putFolderProblems, type Progress } from "./bring-in-step.ts";
import { ChangedFiles } from "./changed-files.ts";
import { FilesDone } from "./files-done.ts";
import { ChangeFollower } from "./follow-changes.ts";
import { lookAtEverything } from "./look-at-everything.ts";
import { lookAtFolders } from "./look-at-folders.ts";
import { NextLook } from "./next-look.ts";
import { folderUnreadable, indexNotWritten } from "./notices.ts";
import type { PrepareFiles } from "./prepare-files.ts";
import type { Folder } from "./read-file.ts";
import { IdleTidier } from "./tidy-when-idle.ts";
import { PatientWriter, type WriterTurn } from "./writer-turn.ts";

/** Folders in which something changed at once, beyond which all are looked at: that is then less work. */
const manyFolders = 1_000;

/** Milliseconds that a reader waits for a look at some folders: it may turn out to be one at all of them. */
const glancePatienceMs = 300;

/** What is kept in step. */
export type InStepParts = {
  readonly folder: Folder;
  readonly index: ArticleIndex;
  readonly settingsFile: SettingsFile;
  readonly writerTurn: WriterTurn;
  /** Reads files for the index. Default: on the thread that calls. */
  readonly prepare?: PrepareFiles;
  /** Whether changes of files are listened to. */
  readonly watch: boolean;
  /** Told when there is something to say of the work; `now` when it should not wait. */
  readonly onChange: (now: boolean) => void;
  /** Told of what made work fail, also of work that nobody waits for. */
  readonly onFailure?: (error: unknown) => void;
};

/** Keeps an index in step with a folder, and says how far it is. */
export class InStep {
  readonly #parts: InStepParts;
  readonly #progress: Progress;
  readonly #changes: ChangeFollower | undefined;
  readonly #writer: PatientWriter;
  #state: ArchiveStatus["state"] = "checking";
  readonly files: FilesDone = new FilesDone();
  leftOut = 0;
  /** Why the last look failed, as a sentence. */
  #failure: string | undefined;
  #whole: boolean | undefined;
  #closed = false;
  readonly #nextLook = new NextLook();
  /** The last work that has not ended; it ends after all that was begun before. */
  #work: Promise<void> | undefined;
  readonly #tidier: IdleTidier;
  #isLookingAtAll = false;
  #settingsVersion: number;
  /** Folders to be looked at by work that has not begun. */
  #unseen: Set<string> | undefined;
  /** The last look at some folders that has not ended. */
  #glance: Promise<void> | undefined;

  constructor(parts: InStepParts) {
    this.#parts = parts;
    this.#settingsVersion = parts.settingsFile.version;
    const tell = (): void => parts.onChange(true);
    this.#writer = new PatientWriter(parts.writerTurn, tell);
    const isBusy = (): boolean => this.#closed || this.#work !== undefined;
    this.#tidier = new IdleTidier(parts.index, parts.writerTurn, isBusy);
    this.#progress = {
      report: (done, total) => {
        this.files.report(done, total);
        parts.onChange(false);
      },
      pause: async () => {
        await setImmediate();
        if (this.#closed) throw new ClosedError();
      },
      ...(parts.prepare && { prepare: parts.prepare }),
    };
    if (parts.watch)
      this.#changes = new ChangeFollower(parts.folder.root, (heard) => this.#hear(heard), tell);
  }

  /** Whether another process has been waited for so long that the reader is told. */
  get isWaiting(): boolean {
    return this.#writer.notice !== undefined;
  }

  /** As in `ArchiveStatus`. */
  get state(): ArchiveStatus["state"] {
    const isUnderWay = this.isWaiting || this.files.isMuch;
    return this.#state === "ready" && isUnderWay ? "checking" : this.#state;
  }

  /** What the reader should be told of the work, one sentence each. */
  get notices(): readonly string[] {
    const notices = [this.#failure, this.#writer.notice, this.#changes?.notice];
    return notices.filter((notice) => notice !== undefined);
  }

  /** Whether the index has all articles there were at some look; false while it is first made. */
  async isWhole(): Promise<boolean> {
    if (this.#whole === undefined) {
      const { whole } = await this.#parts.index.counts();
      this.#whole ??= whole;
    }
    return this.#whole;
  }

  /** Looks at all files, after `before` and all work that is under way. */
  look(before?: Promise<unknown>): Promise<void> {
    this.#nextLook.begin();
    return this.#begin(() => this.#lookAtAll(false), before);
  }

  /** Looks at the files once more, behind a question's answer, when the last look is some time ago. */
  lookAgain(): void {
    if (!this.#nextLook.isDue() || this.#closed) return;
    this.#nextLook.begin();
    // A failure is in the status.
    this.#begin(() => this.#lookAtAll(true)).catch(() => {});
  }

  /** Resolves when the work under way has ended, at once when none is; rejects when it fails. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /**
   * The entry of an article as its file is now: a file that has changed is indexed first, but for when all
   * of them are being looked at anyway, or will be. Undefined when the article is gone.
   */
  async current(known: FileEntry): Promise<FileEntry | undefined> {
    const { folder, index, writerTurn, onChange } = this.#parts;
    let entry: FileEntry | undefined = known;
    if (this.#glance !== undefined && !this.#isLookingAtAll) {
      await Promise.race([this.#glance, setTimeout(glancePatienceMs, undefined, { ref: false })]);
      entry = await index.find(known.id);
    }
    if (entry === undefined || this.#work !== undefined || !(await this.isWhole())) return entry;
    const { path } = entry;
    const stamp = statFile(folder.root, path);
    if (stamp === "unknown" || (stamp !== "gone" && sameStamp(stamp, entry.stamp))) return entry;
    const changed = new ChangedFiles();
    if (stamp !== "gone") changed.add({ path, stamp }, true);
    const differences = { changed, gone: stamp === "gone" ? [entry] : [] };
    await this.#tidier.stepDone();
    const silent = { report: () => {}, pause: () => setImmediate() };
    const write = (): Promise<void> => bringInStep(folder, index, differences, silent);
    try {
      await writerTurn(write, false, () => this.#closed);
    } catch (error) {
      // It is read from its file as it is, although the index cannot tell of it.
      this.#fail(error);
      return stamp === "gone" ? undefined : entry;
    }
    onChange(true);
    return index.find(known.id);
  }

  /** Ends the work under way; resolves when it has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#changes?.close();
    await this.#work?.catch(() => {});
    await this.#tidier.ended();
  }

  /** Does some work after what is under way. */
  #begin(look: () => Promise<void>, before?: Promise<unknown>): Promise<void> {
    const work = Promise.all([before, this.#work?.catch(() => {})])
      .then(() => {
        if (this.#closed) throw new ClosedError();
        return look();
      })
      .finally(() => {
        if (this.#work !== work) return;
        this.#work = undefined;
        this.#tidier.begin();
      });
    this.#work = work;
    return work;
  }

  /** Looks at folders in which something has changed, together with those that still wait for that. */
  #hear(folders: ReadonlySet<string>): void {
    if (this.#closed) return;
    if (this.#unseen !== undefined) {
      for (const folder of folders) this.#unseen.add(folder);
      return;
    }
    const unseen = new Set(folders);
    this.#unseen = unseen;
    const glance = this.#begin(() => {
      this.#unseen = undefined;
      return unseen.size > manyFolders ? this.#lookAtAll(true) : this.#lookAtSome(unseen);
    })
      // A failure is in the status.
      .catch(() => {})
      .finally(() => {
        if (this.#glance === glance) this.#glance = undefined;
      });
    this.#glance = glance;
  }

  /** Brings the index into step with the files; quietly, when only a change is worth telling. */
  async #lookAtAll(quietly: boolean): Promise<void> {
    const { folder, index, settingsFile } = this.#parts;
    const isQuiet = !this.#hasOtherSettings() && quietly;
    this.#settingsVersion = settingsFile.version;
    this.#isLookingAtAll = true;
    const looking = this.#follow(isQuiet, async () => {
      const begun = performance.now();
      const look = await lookAtEverything(
        folder,
        index,
        this.#changes?.watch,
        this.#progress.pause,
      );
      this.#nextLook.took(performance.now() - begun);
      this.leftOut = look.leftOut;
      await putFolderProblems(index, [...settingsFile.problems, ...look.problems]);
      await bringInStep(folder, index, look.differences, this.#progress);
      this.#whole = true;
    });
    await looking.finally(() => {
      this.#isLookingAtAll = false;
      this.#nextLook.end(this.#changes?.watch !== undefined && this.#failure === undefined);
    });
  }

  async #lookAtSome(folders: ReadonlySet<string>): Promise<void> {
    const { folder, index } = this.#parts;
    const watch = this.#changes?.watch;
    const { pause } = this.#progress;
    const isForAll = watch === undefined || (folders.has("") && this.#hasOtherSettings());
    if (isForAll) return this.#lookAtAll(true);
    const isEnough = await this.#follow(true, async () => {
      const differences = await lookAtFolders(folder, index, watch, folders, pause);
      if (differences !== undefined) await bringInStep(folder, index, differences, this.#progress);
      return differences !== undefined;
    });
    if (isEnough === false) await this.#lookAtAll(true);
  }

  /** Whether the settings are others than at the last look at all files. */
  #hasOtherSettings(): boolean {
    const { settingsFile } = this.#parts;
    settingsFile.readAgain();
    return settingsFile.version !== this.#settingsVersion;
  }

  /** Does some work on the index when its turn has come, and says that it begins and how it ended. */
  async #follow<Result>(
    quietly: boolean,
    work: () => Promise<Result>,
  ): Promise<Result | undefined> {
    const { index, onChange } = this.#parts;
    try {
      if (!quietly) {
        this.#state = (await this.isWhole()) ? "checking" : "building";
        onChange(true);
      }
      const { generation } = await index.counts();
      const result = await this.#writer
        .run(work, () => this.#closed)
        .finally(() => this.files.end());
      const isMended = this.#failure !== undefined;
      this.#failure = undefined;
      this.#state = "ready";
      const isChanged = isMended || (await index.counts()).generation !== generation;
      if (isChanged || !quietly) onChange(true);
      return result;
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  #fail(error: unknown): void {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    this.#failure = error instanceof FolderError ? folderUnreadable(cause) : indexNotWritten(cause);
    if (this.#whole === true) this.#state = "ready";
    this.#nextLook.hasten();
    this.#parts.onChange(true);
    this.#parts.onFailure?.(error);
  }
}
