import type { FoundFile } from "../source/article-file.ts";
import { pathRules } from "../source/path-rules.ts";
import { placeOf } from "../source/place-of.ts";
import { readFolder } from "../source/read-folder.ts";
import type { FolderWatch } from "../source/watch-folders.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex } from "./article-index.ts";
import { compareFiles, type Differences } from "./compare-files.ts";
import { entriesBelow, entriesIn } from "./known-files.ts";
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
  const files = new Map<string, FoundFile>();
  const indexed = new Map<string, FoundFile>();
  const add = (known: readonly FoundFile[]): void => {
    for (const file of known) indexed.set(file.path, file);
  };
  const done = new Set<string>();
  const waiting = [...new Set(paths)].toSorted(compareCodePoints).map((path) => ({
    path,
    isCovered: false,
  }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, isCovered } = next;
    if (done.has(path)) continue;
    done.add(path);
    await pause();
    const place = placeOf(root, path);
    if (place === "elsewhere" || (place === "gone" && path === "")) return undefined;
    const isNew = !watch.has(path);
    if (isNew && !isCovered) for await (const known of entriesBelow(index, path, pause)) add(known);
    if (place === "gone") continue;
    // Watched before it is read, so that nothing that happens in between is missed.
    watch.add(path, place.full);
    const contents = readFolder(place, rules);
    if (contents.links.length > 0 || contents.problems.length > 0) return undefined;
    for (const file of contents.files) files.set(file.path, file);
    if (!isNew) {
      const there = new Set(contents.folders.map((folder) => folder.path));
      for await (const entry of entriesIn(index, path)) {
        if (typeof entry !== "string") add([entry]);
        else if (!there.has(entry))
          for await (const known of entriesBelow(index, entry, pause)) add(known);
      }
    }
    for (const folder of contents.folders) {
      if (!watch.has(folder.path)) waiting.push({ path: folder.path, isCovered: isNew });
    }
  }
  return compareFiles(index, inOrder(files), [inOrder(indexed)], pause);
}

function inOrder<Item extends { readonly path: string }>(items: Map<string, Item>): Item[] {
  return [...items.values()].toSorted((a, b) => compareCodePoints(a.path, b.path));
}
