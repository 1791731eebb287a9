import type { FoundFile } from "../source/article-file.ts";
import type { ArticleIndex } from "./article-index.ts";

/** Files fetched from the index at once: about 0.5 MB. */
const entriesAtOnce = 2_000;

/** Entries fetched at once where what is in other folders is passed over. */
const fewEntries = 256;

/**
 * Every file that an index knows in a folder (empty for the archive's own) and all folders below it, in
 * the order of their paths, many at a time; `pause` lets others have a turn.
 */
export async function* entriesBelow(
  index: ArticleIndex,
  folder: string,
  pause: () => Promise<void>,
): AsyncGenerator<readonly FoundFile[], void, undefined> {
  const prefix = folder === "" ? "" : `${folder}/`;
  let after = prefix;
  for (;;) {
    await pause();
    const entries = await index.stamps({ after, limit: entriesAtOnce });
    const last = entries.at(-1)?.path ?? after;
    // In the order of paths, those of a folder stand together.
    const isOver = entries.length < entriesAtOnce || !last.startsWith(prefix);
    yield isOver ? entries.filter(({ path }) => path.startsWith(prefix)) : entries;
    if (isOver) return;
    after = last;
  }
}

/**
 * What an index knows in one folder: its files, and the paths of the folders in it that hold files. What
 * is in those is passed over. `pause` lets others have a turn.
 */
export async function* entriesIn(
  index: ArticleIndex,
  folder: string,
  pause: () => Promise<void>,
): AsyncGenerator<FoundFile | string, void, undefined> {
  const prefix = folder === "" ? "" : `${folder}/`;
  let after = prefix;
  /** The folder whose files are passed over. */
  let inside: string | undefined;
  for (;;) {
    const entries = await index.stamps({ after, limit: fewEntries });
    for (const entry of entries) {
      if (!entry.path.startsWith(prefix)) return;
      after = entry.path;
      if (inside !== undefined && after.startsWith(`${inside}/`)) continue;
      const end = after.indexOf("/", prefix.length);
      inside = end === -1 ? undefined : after.slice(0, end);
      yield inside ?? entry;
    }
    if (entries.length < fewEntries) return;
    // The character after the slash: past everything in that folder.
    if (inside !== undefined) after = `${inside}0`;
    await pause();
  }
}
