import { setImmediate } from "node:timers/promises";
import { ClosedError } from "../errors.ts";
import type { Problem } from "../problem.ts";
import { announcesChanges } from "../source/announces-changes.ts";
import { sameStamp } from "../source/file-stamp.ts";
import { statFile } from "../source/stat-file.ts";
import { FolderWatch } from "../source/watch-folders.ts";
import type { ArchiveStatus } from "./archive.ts";
import type { ArticleIndex, FileEntry } from "./article-index.ts";
import { bringInStep, putFolderProblems, type Progress } from "./bring-in-step.ts";
import { HeardFolders } from "./heard-folders.ts";
import { lookAtEverything } from "./look-at-everything.ts";
import { lookAtFolders } from "./look-at-folders.ts";
import type { PrepareFiles } from "./prepare-files.ts";
import type { Folder } from "./read-file.ts";

/** Least milliseconds between two looks at all files while questions come and changes are not announced. */
const lookEveryMs = 2_000;

/** The same while changes are announced: in case one was missed. */
const lookEveryMsWatched = 60_000;

/** How much longer than it takes a look at the files has to wait: it costs at most a fiftieth of the time. */
const restPerLook = 50;

/** Folders in which something changed at once, beyond which all are looked at: that is then less work. */
const manyFolders = 1_000;

/**
 * Does some work while nobody else writes the index. When others do, it waits, or, with `wait` false, gives
 * undefined at once.
 */
export type WriterTurn = <Result>(
  work: () => Promise<Result>,
  wait: boolean,
) => Promise<Result | undefined>;

/** What is kept in step. */
export type InStepParts = {
  readonly folder: Folder;
  readonly index: ArticleIndex;
  readonly settingsProblems: readonly Problem[];
  readonly writerTurn: WriterTurn;
  /** Reads files for the index. Default: on the thread that calls. */
  readonly prepare?: PrepareFiles;
  /** Whether changes of files are listened to. */
  readonly watch: boolean;
  /** Told when there is something to say of the work; `now` when it should not wait. */
  readonly onChange: (now: boolean) => void;
};

/** Keeps an index in step with a folder, and says how far it is. */
export class InStep {
  readonly #parts: InStepParts;
  readonly #progress: Progress;
  readonly #heard = new HeardFolders((folders) => this.#lookAt(folders));
  state: ArchiveStatus["state"] = "checking";
  /** Files done, and to do, by the work under way. */
  filesDone = 0;
  filesTotal = 0;
  leftOut = 0;
  /** Why the last look failed, as a sentence. */
  failure: string | undefined;
  /** Why changes are not announced, as a sentence. */
  unwatched: string | undefined;
  #watch: FolderWatch | undefined;
  #whole: boolean | undefined;
  #closed = false;
  #nextLook = Infinity;
  /** Milliseconds that the last look at all files took, without reading the changed ones. */
  #lookMs = 0;
  #work: Promise<void> | undefined;
  #isLookingAtAll = false;
  /** The last look at some folders that has not ended. */
  #glance: Promise<void> | undefined;

  constructor(parts: InStepParts) {
    this.#parts = parts;
    this.#progress = {
      report: (done, total) => {
        this.filesDone = done;
        this.filesTotal = total;
        parts.onChange(false);
      },
      pause: async () => {
        await setImmediate();
        if (this.#closed) throw new ClosedError();
      },
      ...(parts.prepare && { prepare: parts.prepare }),
    };
    if (!parts.watch) return;
    if (announcesChanges(parts.folder.root)) {
      this.#watch = new FolderWatch({
        heard: (folder) => this.#heard.add(folder),
        failed: (reason) => this.#stopWatching(reason),
      });
    } else this.#stopWatching("this kind of drive does not announce them");
  }

  /** Whether the index has all articles there were at some look; false while it is first made. */
  async isWhole(): Promise<boolean> {
    if (this.#whole === undefined) {
      const { articles, awaited, unsearchable } = await this.#parts.index.counts();
      this.#whole ??= articles > 0 && awaited + unsearchable === 0;
    }
    return this.#whole;
  }

  /** Looks at all files, after `before` and a look that is under way. */
  look(before?: Promise<unknown>): Promise<void> {
    return this.#begin(() => this.#lookAtAll(false), before);
  }

  /** Looks at the files once more, behind a question's answer, when the last look is some time ago. */
  lookAgain(): void {
    if (performance.now() < this.#nextLook || this.#closed) return;
    // A failure is in the status.
    this.#begin(() => this.#lookAtAll(true)).catch(() => {});
  }

  /** Resolves when the look under way has ended, at once when none is; rejects when it fails. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /**
   * The entry of an article as its file is now: a file that has changed is indexed first, but for when all
   * of them are being looked at anyway. Undefined when the article is gone.
   */
  async current(entry: FileEntry): Promise<FileEntry | undefined> {
    const { folder, index, writerTurn, onChange } = this.#parts;
    if (this.#glance !== undefined && !this.#isLookingAtAll) {
      await this.#glance;
      const known = await index.find(entry.id);
      return known && this.current(known);
    }
    const stamp = statFile(folder.root, entry.path);
    if (stamp === "unknown" || this.#work !== undefined) return entry;
    if (stamp !== "gone" && sameStamp(stamp, entry.stamp)) return entry;
    const differences = {
      changed: stamp === "gone" ? [] : [{ path: entry.path, stamp }],
      known: [entry],
      removed: new Set(stamp === "gone" ? [entry.path] : []),
    };
    const silent = { report: () => {}, pause: async () => {} };
    await writerTurn(() => bringInStep(folder, index, differences, silent), false);
    onChange(true);
    return index.find(entry.id);
  }

  /** Ends the work under way; resolves when it has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#heard.close();
    this.#watch?.close();
    await this.#work?.catch(() => {});
  }

  #stopWatching(reason: string): void {
    this.#watch = undefined;
    this.unwatched = `Changes of files show when they are looked for, every few seconds: ${reason}.`;
    this.#parts.onChange(true);
  }

  /** Does some work after what is under way. */
  #begin(look: () => Promise<void>, before?: Promise<unknown>): Promise<void> {
    this.#nextLook = Infinity;
    const work = Promise.all([before, this.#work?.catch(() => {})])
      .then(look)
      .finally(() => {
        if (this.#work === work) this.#work = undefined;
      });
    this.#work = work;
    return work;
  }

  /** Looks at folders in which something has changed. */
  #lookAt(folders: ReadonlySet<string>): void {
    if (this.#closed) return;
    if (folders.size > manyFolders) {
      // A failure is in the status, here and below.
      this.#begin(() => this.#lookAtAll(true)).catch(() => {});
      return;
    }
    const glance = this.#begin(() => this.#lookAtSome(folders))
      .catch(() => {})
      .finally(() => {
        if (this.#glance === glance) this.#glance = undefined;
      });
    this.#glance = glance;
  }

  /** Brings the index into step with the files; quietly, when only a change is worth telling. */
  async #lookAtAll(quietly: boolean): Promise<void> {
    const { folder, index, settingsProblems, writerTurn, onChange } = this.#parts;
    if (!quietly) {
      this.state = (await this.isWhole()) ? "checking" : "building";
      onChange(true);
    }
    const { pause } = this.#progress;
    this.#isLookingAtAll = true;
    const looking = this.#follow(quietly, () =>
      writerTurn(async () => {
        const begun = performance.now();
        const look = await lookAtEverything(folder, index, this.#watch, pause);
        this.#lookMs = performance.now() - begun;
        this.leftOut = look.leftOut;
        await putFolderProblems(index, [...settingsProblems, ...look.problems]);
        await bringInStep(folder, index, look.differences, this.#progress);
        this.#whole = true;
      }, true),
    );
    await looking.finally(() => (this.#isLookingAtAll = false));
  }

  async #lookAtSome(folders: ReadonlySet<string>): Promise<void> {
    const { folder, index, writerTurn } = this.#parts;
    const watch = this.#watch;
    const { pause } = this.#progress;
    const isEnough = await this.#follow(true, () =>
      writerTurn(async () => {
        const differences = watch && (await lookAtFolders(folder, index, watch, folders, pause));
        if (differences !== undefined)
          await bringInStep(folder, index, differences, this.#progress);
        return differences !== undefined;
      }, true),
    );
    if (isEnough !== true) await this.#lookAtAll(true);
  }

  /** Does some work on the index, and says how it ended. */
  async #follow<Result>(quietly: boolean, work: () => Promise<Result>): Promise<Result> {
    const { index, onChange } = this.#parts;
    const { generation } = await index.counts();
    try {
      const result = await work();
      this.failure = undefined;
      this.state = "ready";
      const isChanged = (await index.counts()).generation !== generation;
      if (isChanged || !quietly) onChange(true);
      return result;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.failure = `The files could not be compared with the index. ${reason}`;
      if (this.#whole === true) this.state = "ready";
      onChange(true);
      throw error;
    } finally {
      this.filesDone = this.filesTotal;
      const isWatched = this.#watch !== undefined && this.failure === undefined;
      const least = isWatched ? lookEveryMsWatched : lookEveryMs;
      this.#nextLook = performance.now() + Math.max(least, restPerLook * this.#lookMs);
    }
  }
}
