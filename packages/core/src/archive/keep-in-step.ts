import { setImmediate } from "node:timers/promises";
import { ClosedError } from "../errors.ts";
import type { Problem } from "../problem.ts";
import { statFile } from "../source/stat-file.ts";
import type { ArchiveStatus } from "./archive.ts";
import type { ArticleIndex, FileEntry } from "./article-index.ts";
import { sameStamp } from "./compare-files.ts";
import { putFiles, putTexts } from "./put-files.ts";
import type { Folder } from "./read-file.ts";
import { synchronise } from "./synchronise.ts";

/** Least milliseconds between two looks at the files while questions come. */
const lookEveryMs = 2_000;

/** How much longer than it takes a look at the files has to wait: it costs at most a fiftieth of the time. */
const restPerLook = 50;

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
  /** Told when there is something to say of the work; `now` when it should not wait. */
  readonly onChange: (now: boolean) => void;
};

/** Keeps an index in step with a folder, and says how far it is. */
export class InStep {
  readonly #parts: InStepParts;
  state: ArchiveStatus["state"] = "checking";
  /** Files done, and to do, by the work under way. */
  filesDone = 0;
  filesTotal = 0;
  leftOut = 0;
  /** Why the last look failed, as a sentence. */
  failure: string | undefined;
  #whole: boolean | undefined;
  #closed = false;
  #nextLook = Infinity;
  #work: Promise<void> | undefined;

  constructor(parts: InStepParts) {
    this.#parts = parts;
  }

  /** Whether the index has all articles there were at some look; false while it is first made. */
  async isWhole(): Promise<boolean> {
    if (this.#whole === undefined) {
      const { articles, unsearchable } = await this.#parts.index.counts();
      this.#whole ??= articles > 0 && unsearchable === 0;
    }
    return this.#whole;
  }

  /** Looks at all files, after `before` and a look that is under way. */
  look(before?: Promise<unknown>): Promise<void> {
    const underWay = this.#work?.catch(() => {});
    return this.#begin(Promise.all([before, underWay]), false);
  }

  /** Looks at the files once more, behind a question's answer, when the last look is some time ago. */
  lookAgain(): void {
    if (performance.now() < this.#nextLook || this.#closed) return;
    // A failure is in the status.
    this.#begin(Promise.resolve(), true).catch(() => {});
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
    const stamp = statFile(folder.root, entry.path);
    if (stamp === "unknown" || this.#work !== undefined) return entry;
    if (stamp !== "gone" && sameStamp(stamp, entry.stamp)) return entry;
    const differences = {
      changed: stamp === "gone" ? [] : [{ path: entry.path, stamp }],
      known: [entry],
      removed: new Set(stamp === "gone" ? [entry.path] : []),
    };
    const done = async (): Promise<void> => {};
    await writerTurn(async () => {
      await putFiles(folder, index, differences, !entry.searchable, done);
      await putTexts(folder, index, done);
    }, false);
    onChange(true);
    return index.find(entry.id);
  }

  /** Ends the work under way; resolves when it has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#work?.catch(() => {});
  }

  #begin(before: Promise<unknown>, quietly: boolean): Promise<void> {
    this.#nextLook = Infinity;
    const work = before
      .then(() => this.#look(quietly))
      .finally(() => {
        if (this.#work === work) this.#work = undefined;
      });
    this.#work = work;
    return work;
  }

  /** Brings the index into step with the files; quietly, when only a change is worth telling. */
  async #look(quietly: boolean): Promise<void> {
    const { folder, index, settingsProblems, writerTurn, onChange } = this.#parts;
    const { generation } = await index.counts();
    if (!quietly) {
      this.state = (await this.isWhole()) ? "checking" : "building";
      onChange(true);
    }
    const progress = {
      report: (done: number, total: number): void => {
        this.filesDone = done;
        this.filesTotal = total;
        onChange(false);
      },
      pause: async (): Promise<void> => {
        await setImmediate();
        if (this.#closed) throw new ClosedError();
      },
    };
    let lookedMs = 0;
    try {
      const work = (): ReturnType<typeof synchronise> =>
        synchronise(folder, index, settingsProblems, progress);
      const sweep = await writerTurn(work, true);
      this.leftOut = sweep?.leftOut ?? this.leftOut;
      lookedMs = sweep?.lookedMs ?? 0;
      this.failure = undefined;
      this.#whole = true;
      this.state = "ready";
      const isChanged = (await index.counts()).generation !== generation;
      if (isChanged || !quietly) onChange(true);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.failure = `The files could not be compared with the index. ${reason}`;
      if (this.#whole === true) this.state = "ready";
      onChange(true);
      throw error;
    } finally {
      this.filesDone = this.filesTotal;
      this.#nextLook = performance.now() + Math.max(lookEveryMs, restPerLook * lookedMs);
    }
  }
}
