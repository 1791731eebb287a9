import { disambiguateId } from "../article/article-id.ts";
import { makeProblem, type Problem } from "../problem.ts";
import { compareCodePoints } from "../text/compare.ts";
import type { ArticleIndex, FileEntry } from "./article-index.ts";

/** Entries fetched at once when looking for the first file that wants an id. */
const claimantsAtOnce = 100;

/** The id that a file has, and the problem when it is not the one it wanted. */
export type GivenId = { readonly id: string; readonly problems: readonly Problem[] };

/** What is to be changed: files by what they want to be called, and paths that are no longer there. */
export type IdRequest = {
  readonly puts: ReadonlyMap<string, { readonly wantedId: string }>;
  readonly removed: ReadonlySet<string>;
  /** What the index knows of all of these. */
  readonly known: readonly FileEntry[];
};

/**
 * Gives each file its id: of all files that want one, the first path has it and the others get a short
 * hash of their path, whatever the order in which they are read. `others` are files that keep their text
 * but change their id, and have to be put again.
 */
export async function assignIds(
  index: ArticleIndex,
  request: IdRequest,
): Promise<{ readonly ids: ReadonlyMap<string, GivenId>; readonly others: readonly FileEntry[] }> {
  const { puts, removed, known } = request;
  const ids = new Map<string, GivenId>();
  const others: FileEntry[] = [];
  const isKept = ({ path }: FileEntry): boolean => !puts.has(path) && !removed.has(path);
  const inBatch = Map.groupBy(puts, ([, file]) => file.wantedId);
  const wanted = new Set([...inBatch.keys(), ...known.map((entry) => entry.wantedId)]);
  const taken = await index.takenIds([...wanted]);
  for (const wantedId of wanted) {
    const isTaken = taken.has(wantedId);
    const first = isTaken ? await firstClaimant(index, wantedId, isKept) : undefined;
    const holder = isTaken ? await index.find(wantedId) : undefined;
    const paths = (inBatch.get(wantedId) ?? []).map(([path]) => path);
    const winner = [...paths, ...(first === undefined ? [] : [first.path])].toSorted(
      compareCodePoints,
    )[0];
    for (const path of paths)
      ids.set(path, path === winner ? { id: wantedId, problems: [] } : duplicateId(wantedId, path));
    if (first !== undefined && first.path === winner && first.id !== wantedId) {
      ids.set(first.path, { id: wantedId, problems: [] });
      others.push(first);
    }
    if (holder !== undefined && holder.path !== winner && isKept(holder)) {
      ids.set(holder.path, duplicateId(wantedId, holder.path));
      others.push(holder);
    }
  }
  return { ids, others };
}

/** The id of a file whose wanted id the first path has, and its problem. */
export function duplicateId(wantedId: string, path: string): GivenId {
  const problem = makeProblem("id-duplicate", { path, value: wantedId });
  return { id: disambiguateId(wantedId, path), problems: [problem] };
}

/** The first file, in order of paths, that wants an id and is kept as it is. */
async function firstClaimant(
  index: ArticleIndex,
  wantedId: string,
  isKept: (entry: FileEntry) => boolean,
): Promise<FileEntry | undefined> {
  let after = "";
  for (;;) {
    const entries = await index.claimants(wantedId, { after, limit: claimantsAtOnce });
    const kept = entries.find(isKept);
    if (kept !== undefined || entries.length < claimantsAtOnce) return kept;
    after = entries.at(-1)?.path ?? "";
  }
}
