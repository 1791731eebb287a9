import { disambiguateId } from "../article/article-id.ts";
import { makeProblem, type Problem } from "../problem.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex, FileEntry } from "./article-index.ts";

/** The id that a file has, and the problem when it is not the one it wanted. */
export type GivenId = { readonly id: string; readonly problems: readonly Problem[] };

/** What is to be changed: files by what they want to be called, and paths that are no longer there. */
export type IdRequest = {
  readonly puts: ReadonlyMap<string, { readonly wantedId: string }>;
  readonly removed: ReadonlySet<string>;
};

/**
 * Gives each file its id: of all files that want one, the first path has it and the others get a short
 * hash of their path, whatever the order in which they are read. `others` are files that keep their text
 * but change their id, and have to be put again.
 */
export async function assignIds(
  index: ArticleIndex,
  { puts, removed }: IdRequest,
  known: readonly FileEntry[],
): Promise<{ readonly ids: ReadonlyMap<string, GivenId>; readonly others: readonly FileEntry[] }> {
  const ids = new Map<string, GivenId>();
  const others: FileEntry[] = [];
  const inBatch = Map.groupBy(puts, ([, file]) => file.wantedId);
  const wantedIds = new Set([...inBatch.keys(), ...known.map((entry) => entry.wantedId)]);
  for (const wantedId of wantedIds) {
    const kept = (await index.claimants(wantedId)).filter(
      ({ path }) => !puts.has(path) && !removed.has(path),
    );
    const paths = [
      ...kept.map((entry) => entry.path),
      ...(inBatch.get(wantedId) ?? []).map(([path]) => path),
    ];
    const [first = "", ...rest] = paths.toSorted(compareCodePoints);
    ids.set(first, { id: wantedId, problems: [] });
    for (const path of rest) {
      const problem = makeProblem("id-duplicate", { path, value: wantedId });
      ids.set(path, { id: disambiguateId(wantedId, path), problems: [problem] });
    }
    others.push(...kept.filter((entry) => ids.get(entry.path)?.id !== entry.id));
  }
  return { ids, others };
}
