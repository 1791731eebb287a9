import { pathRules } from "../source/path-rules.ts";
import { placeOf } from "../source/place-of.ts";
import { readFolder } from "../source/read-folder.ts";
import type { FolderWatch } from "../source/watch-folders.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex } from "./article-index.ts";
import { Comparison, type Differences } from "./compare-files.ts";
import type { Folder } from "./read-file.ts";

/**
 * How the files in some folders differ from an index: in each of them, and in all folders below one that
 * is not watched yet, which is from then on. Undefined when that cannot be told without a look at the
 * whole archive: links and problems of folders depend on other places.
 *
 * @param paths of folders inside the archive.
 */
export async function lookAtFolders(
  { root, settings }: Folder,
  index: ArticleIndex,
  watch: Pick<FolderWatch, "has" | "add">,
  paths: Iterable<string>,
  pause: () => Promise<void>,
): Promise<Differences | undefined> {
  const rules = pathRules(settings);
  const comparison = new Comparison(index, pause);
  const done = new Set<string>();
  const waiting = [...paths].toSorted(compareCodePoints);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (done.has(path)) continue;
    done.add(path);
    await pause();
    const place = placeOf(root, path);
    if (place === "elsewhere" || (place === "gone" && path === "")) return undefined;
    if (place === "gone") {
      await comparison.missFolder(path);
      continue;
    }
    // Watched before it is read, so that nothing that happens in between is missed.
    watch.add(path, place.full);
    const { files, folders, links, problems } = await inSteps(readFolder(place, rules), pause);
    if (links.length > 0 || problems.length > 0) return undefined;
    const there = new Set(folders.map((folder) => folder.path));
    for (const known of await comparison.compareFolder(path, files))
      if (!there.has(known)) await comparison.missFolder(known);
    for (const folder of there) if (!watch.has(folder)) waiting.push(folder);
  }
  return comparison.differences();
}

/** Does some work, and lets others have a turn between its steps. */
async function inSteps<Result>(
  work: Generator<undefined, Result, undefined>,
  pause: () => Promise<void>,
): Promise<Result> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    await pause();
  }
}
