import { announcesChanges } from "../source/announces-changes.ts";
import { FolderWatch } from "../source/watch-folders.ts";
import { HeardFolders } from "./heard-folders.ts";
import { notAnnounced } from "./notices.ts";

/** Listens to changes in an archive's folders, as long as the system announces them. */
export class ChangeFollower {
  readonly #heard: HeardFolders;
  #watch: FolderWatch | undefined;
  /** Why changes are not announced, as a sentence. Absent while they are, and where nobody listens. */
  notice: string | undefined;

  /**
   * @param whenHeard told of the folders in which something has changed.
   * @param whenStopped told that no more will be heard: `notice` says why.
   */
  constructor(
    root: string,
    whenHeard: (folders: ReadonlySet<string>) => void,
    whenStopped: () => void,
  ) {
    this.#heard = new HeardFolders(whenHeard);
    const stop = (reason: string): void => {
      this.#watch = undefined;
      this.notice = notAnnounced(reason);
      whenStopped();
    };
    if (!announcesChanges(root)) stop("this kind of drive does not announce them");
    else {
      const heard = (folder: string): void => this.#heard.add(folder);
      this.#watch = new FolderWatch({ heard, failed: stop });
    }
  }

  /** The watch that a look at the files adds folders to; absent when changes are not announced. */
  get watch(): FolderWatch | undefined {
    return this.#watch;
  }

  close(): void {
    this.#heard.close();
    this.#watch?.close();
  }
}
