import type { FileStamp, FoundFile } from "../source/article-file.ts";
import { digestOfFiles, sameStamp } from "../source/file-stamp.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex, Change, FileEntry } from "./article-index.ts";
import { ChangedFiles } from "./changed-files.ts";
import { entriesBelow, entriesIn } from "./known-files.ts";
import { sliceMs } from "./limits.ts";

/** How the files differ from an index. */
export type Differences = {
  /** New files, and files that are not as they were. */
  readonly changed: ChangedFiles;
  /** What the index knows of files that are gone. */
  readonly gone: readonly FileEntry[];
};

/** Compares files with those that an index knows, a folder at a time. */
export class Comparison {
  readonly #index: ArticleIndex;
  readonly #pause: () => Promise<void>;
  readonly #changed = new ChangedFiles();
  readonly #missing = new Map<string, FileStamp>();
  readonly #compared = new Set<string>();
  #known = 0;
  readonly #alike: Change[] = [];

  /** @param pause lets others have a turn. */
  constructor(index: ArticleIndex, pause: () => Promise<void>) {
    this.#index = index;
    this.#pause = pause;
  }

  /** Whether the files in a folder, all that are there, are those that were there when they were last compared. */
  async isAlike(folder: string, files: readonly FoundFile[]): Promise<boolean> {
    if ((await this.#index.folderDigest(folder)) !== digestOfFiles(files)) return false;
    this.#known += files.length;
    this.#compared.add(folder);
    return true;
  }

  /** Compares all files in a folder; gives the folders in it in which the index knows files. */
  async compareFolder(folder: string, files: readonly FoundFile[]): Promise<readonly string[]> {
    const known = new Map<string, FileStamp>();
    const folders: string[] = [];
    for await (const entry of entriesIn(this.#index, folder, this.#pause)) {
      if (typeof entry === "string") folders.push(entry);
      else known.set(entry.path, entry.stamp);
    }
    this.#known += known.size;
    this.#compared.add(folder);
    const before = this.#changed.size;
    // In one order whatever the file system's is.
    for (const file of files.toSorted((a, b) => compareCodePoints(a.path, b.path))) {
      this.#missing.delete(file.path);
      this.#compareFile(file, known.get(file.path));
      known.delete(file.path);
    }
    for (const [path, stamp] of known) this.#missing.set(path, stamp);
    if (known.size === 0 && this.#changed.size === before && files.length > 0)
      this.#alike.push({ type: "folder", path: folder, digest: digestOfFiles(files) });
    return folders;
  }

  /** Takes all files for missing that the index knows in a folder and below it. */
  async missFolder(folder: string): Promise<void> {
    for await (const known of entriesBelow(this.#index, folder, this.#pause))
      for (const { path, stamp } of known) this.#missing.set(path, stamp);
  }

  /** Takes for missing what the index knows in folders that were not compared, but for those below some. */
  async missOthers(unseen: readonly string[]): Promise<void> {
    const { articles } = await this.#index.counts();
    if (this.#known === articles) return;
    const isUnseen = (path: string): boolean =>
      unseen.some((folder) => path.startsWith(`${folder}/`));
    for await (const known of entriesBelow(this.#index, "", this.#pause)) {
      for (const { path, stamp } of known) {
        const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
        if (!this.#compared.has(folder) && !isUnseen(path)) this.#missing.set(path, stamp);
      }
    }
  }

  /** Compares a file that was missed where it was looked for: a link led to it. */
  compareLinked(file: FoundFile): void {
    this.#compareFile(file, this.#missing.get(file.path));
    this.#missing.delete(file.path);
  }

  #compareFile(file: FoundFile, stamp: FileStamp | undefined): void {
    if (stamp === undefined || !sameStamp(file.stamp, stamp))
      this.#changed.add(file, stamp !== undefined);
  }

  /** What was found, once all is compared; what was found alike is noted for the next time. */
  async differences(): Promise<Differences> {
    await this.#pause();
    // This only saves time: where there is no room for it, it is done without.
    if (this.#alike.length > 0) await this.#index.apply(this.#alike).catch(() => {});
    const gone: FileEntry[] = [];
    let end = performance.now() + sliceMs;
    for (const path of this.#missing.keys()) {
      if (performance.now() > end) {
        await this.#pause();
        end = performance.now() + sliceMs;
      }
      const entry = await this.#index.find({ path });
      if (entry !== undefined) gone.push(entry);
    }
    return { changed: this.#changed, gone };
  }
}
