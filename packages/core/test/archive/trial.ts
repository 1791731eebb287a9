import { onTestFinished } from "vitest";
import { FolderArchive } from "../../src/archive/folder-archive.ts";
import { prepareFiles, type PrepareFiles } from "../../src/archive/prepare-files.ts";
import type { WriterTurn } from "../../src/archive/writer-turn.ts";
import { everything } from "../../src/query/query.ts";
import { SettingsFile } from "../../src/source/settings-file.ts";
import { openDatabase } from "../../src/sqlite/open-database.ts";
import { SqliteIndex } from "../../src/sqlite/sqlite-index.ts";
import { WriterLock } from "../../src/sqlite/writer-lock.ts";

/** An archive whose turns to write can be held back, and that remembers who waits for its status. */
export class Trial {
  readonly archive: FolderArchive;
  readonly index: SqliteIndex = new SqliteIndex(openDatabase(":memory:").database);
  turns = 0;
  #gate = Promise.resolve();
  #listeners = new Set<() => void>();

  constructor(root: string, watch = true, prepare: PrepareFiles = prepareFiles) {
    const settingsFile = new SettingsFile(root);
    const lock = new WriterLock(undefined);
    const writerTurn: WriterTurn = async (work, wait, isOver) => {
      this.turns++;
      this.#tell();
      await this.#gate;
      return lock.run(work, wait, isOver);
    };
    this.archive = new FolderArchive({
      folder: { root, settings: settingsFile.settings },
      index: this.index,
      settingsFile,
      watch,
      notices: [],
      prepare,
      writerTurn,
      onStatus: () => this.#tell(),
    });
    onTestFinished(() => this.archive.close());
  }

  /** Holds every turn to write back until the function that this gives is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  /** Resolves when this is so; it is looked at when something is written or said. */
  async until(isSo: () => Promise<boolean> | boolean): Promise<void> {
    for (;;) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#listeners.add(resolve);
      if (await isSo()) return;
      await promise;
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  async paths(): Promise<string> {
    const { hits } = await this.archive.search(everything);
    return hits
      .map(({ article }) => article.path)
      .toSorted()
      .join();
  }
}
