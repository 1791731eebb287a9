import { type FSWatcher, watch } from "node:fs";
import { basename } from "node:path";
import { cleanLine } from "../text/clean-text.ts";
import { isArticleFolder } from "./article-names.ts";
import { failureCode } from "./failure-text.ts";

/** Most folders that are watched: each costs a kernel object, and systems allow a user 8,192 and more. */
export const maxWatchedFolders = 20_000;

/** Who is told of changes. */
export type FolderListener = {
  /** Something in a folder has changed: its path inside the archive, empty for the archive's own folder. */
  readonly heard: (folder: string) => void;
  /** Changes are no longer announced, and why. Called once; nothing is heard afterwards. */
  readonly failed: (reason: string) => void;
};

/**
 * Watches the folders that it is given, one system watch for each and none for what is below: a recursive
 * watch loses changes when many come at once. It says where something changed, not what: that is looked up.
 */
export class FolderWatch {
  readonly #listener: FolderListener;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #most: number;
  #isOver = false;

  /** @param most folders that are watched. */
  constructor(listener: FolderListener, most: number = maxWatchedFolders) {
    this.#listener = listener;
    this.#most = most;
  }

  /** Whether changes in a folder are announced. */
  has(folder: string): boolean {
    return this.#watchers.has(folder);
  }

  /**
   * Watches a folder, unless it is watched already. What changes in it from now on is heard: read it
   * afterwards, not before.
   *
   * @param folder its path inside the archive.
   * @param full its path in the file system.
   */
  add(folder: string, full: string): void {
    if (this.#isOver || this.#watchers.has(folder)) return;
    if (this.#watchers.size >= this.#most) {
      this.#fail(`there are more than ${this.#most.toLocaleString("en")} folders`);
      return;
    }
    const itself = basename(full);
    try {
      const watcher = watch(full, { persistent: false }, (event, name) => {
        if (this.#watchers.get(folder) !== watcher) return;
        // A folder that was removed or moved announces itself by its own name.
        if (event === "rename" && name === itself) this.#moved(folder);
        if (name === null || isArticleFolder(cleanLine(name))) this.#listener.heard(folder);
      });
      watcher.on("error", () => this.#moved(folder));
      this.#watchers.set(folder, watcher);
    } catch (error) {
      const code = failureCode(error);
      if (code === "ENOENT" || code === "ENOTDIR" || code === "EACCES") return;
      this.#fail(`the system refused to watch a folder (${code ?? String(error)})`);
    }
  }

  /** Stops watching a folder and all that are below it. */
  remove(folder: string): void {
    for (const [path, watcher] of this.#watchers) {
      if (path !== folder && folder !== "" && !path.startsWith(`${folder}/`)) continue;
      this.#stop(path, watcher);
    }
  }

  /** Stops watching every folder for which this is false. */
  keepOnly(isThere: (folder: string) => boolean): void {
    for (const [path, watcher] of this.#watchers) if (!isThere(path)) this.#stop(path, watcher);
  }

  /** Stops watching for good. */
  close(): void {
    this.#isOver = true;
    this.remove("");
  }

  #stop(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#watchers.delete(folder);
  }

  /** The paths below a folder that was moved lead elsewhere now, perhaps to another folder. */
  #moved(folder: string): void {
    this.remove(folder);
    this.#listener.heard(folder);
    if (folder !== "") this.#listener.heard(folder.slice(0, Math.max(0, folder.lastIndexOf("/"))));
  }

  #fail(reason: string): void {
    this.close();
    this.#listener.failed(reason);
  }
}
