import type { Sort } from "../query/query.ts";
import type { Columns } from "./columns.ts";

/**
 * Ascending positions in a list's order. Newest first is the other way round; oldest first begins with
 * the first dated article and has the undated ones last, as newest first does.
 */
export function orderPositions(
  ascending: Uint32Array,
  sort: "newest" | "oldest",
  columns: Columns,
): Uint32Array {
  if (sort === "newest") return ascending.toReversed();
  const firstDated = ascending.findIndex((position) => position >= columns.undated);
  if (firstDated <= 0) return firstDated === 0 ? ascending : ascending.toReversed();
  const ordered = new Uint32Array(ascending.length);
  ordered.set(ascending.subarray(firstDated));
  ordered.set(ascending.subarray(0, firstDated).toReversed(), ascending.length - firstDated);
  return ordered;
}

/** A position's place in the order of all articles, from 0: what positions of an ordered list ascend by. */
export function placeInOrder(
  position: number,
  sort: Exclude<Sort, "relevance">,
  columns: Columns,
): number {
  const { count, undated } = columns;
  if (sort === "newest" || position < undated) return count - 1 - position;
  return position - undated;
}

/** The first ordinal of an ordered list whose article does not come before a place. */
export function ordinalOfPlace(
  ordered: Uint32Array,
  place: number,
  sort: Exclude<Sort, "relevance">,
  columns: Columns,
): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (placeInOrder(ordered[middle] ?? 0, sort, columns) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
