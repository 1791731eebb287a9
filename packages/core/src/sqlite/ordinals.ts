import type { DatabaseSync } from "node:sqlite";
import type { WindowAnchor } from "../archive/archive.ts";
import { CursorError } from "../errors.ts";
import { parseCursor } from "../query/cursor.ts";
import { compareCodePoints } from "../text/compare.ts";
import { lowerBound, type Columns } from "./columns.ts";
import type { MatchList } from "./match-lists.ts";
import { ordinalOfPlace, placeInOrder } from "./order-matches.ts";

/** The columns of one generation. */
type Snapshot = { readonly generation: string; readonly columns: Columns };

/** The ordinal of the first hit after a cursor. */
export function ordinalAfter(
  database: DatabaseSync,
  snapshot: Snapshot,
  list: MatchList,
  cursor: string,
): number {
  return placeOfCursor(database, snapshot, list, cursor).after;
}

/** The ordinal where a window stands, from 0; 0 in an empty list. */
export function anchorOrdinal(
  database: DatabaseSync,
  snapshot: Snapshot,
  list: MatchList,
  at: WindowAnchor,
): number {
  const last = Math.max(0, list.positions.length - 1);
  const wanted = (): number => {
    if (at === "start") return 0;
    if (at === "end") return last;
    if ("ordinal" in at) return at.ordinal;
    if ("cursor" in at) return placeOfCursor(database, snapshot, list, at.cursor).at;
    return ordinalOfId(database, snapshot, list, at.id);
  };
  return Math.min(Math.max(0, wanted()), last);
}

/** Where a cursor's article stands, or would stand, and where the list goes on after it. */
function placeOfCursor(
  database: DatabaseSync,
  { generation, columns }: Snapshot,
  list: MatchList,
  text: string,
): { readonly at: number; readonly after: number } {
  const cursor = parseCursor(text, list.order);
  if (cursor.order === "relevance") {
    if (cursor.generation === generation) return { at: cursor.ordinal, after: cursor.ordinal + 1 };
    throw new CursorError(
      "cursor-expired",
      "The archive has changed since this list by relevance was made; start again without the cursor.",
    );
  }
  const { position, present } = positionOf(database, columns, cursor.startMs, cursor.id);
  if (present) {
    const at = ordinalOfPlace(
      list.positions,
      placeInOrder(position, cursor.order, columns),
      cursor.order,
      columns,
    );
    const itself = list.positions[at] === position;
    return { at: itself ? at : at - 1, after: itself ? at + 1 : at };
  }
  // The article is gone: the list goes on with the one that came after it.
  const { count, undated } = columns;
  const downwards = cursor.order === "newest" || cursor.startMs === null;
  const following = downwards ? position - 1 : position;
  const none = following < 0 || following >= count;
  const end = downwards ? count : count - undated;
  const place = none ? end : placeInOrder(following, cursor.order, columns);
  const after = ordinalOfPlace(list.positions, place, cursor.order, columns);
  return { at: after - 1, after };
}

function ordinalOfId(
  database: DatabaseSync,
  { columns }: Snapshot,
  list: MatchList,
  id: string,
): number {
  const found = database.prepare("SELECT start_ms AS start FROM articles WHERE id = ?").get(id);
  if (found === undefined) return 0;
  const start = found["start"] === null ? null : Number(found["start"]);
  const { position } = positionOf(database, columns, start, id);
  if (list.order === "relevance") return list.positions.indexOf(position);
  const ordinal = ordinalOfPlace(
    list.positions,
    placeInOrder(position, list.order, columns),
    list.order,
    columns,
  );
  return list.positions[ordinal] === position ? ordinal : 0;
}

/** The position of a date and id, or of the first article after it in the order of positions. */
function positionOf(
  database: DatabaseSync,
  columns: Columns,
  startMs: number | null,
  id: string,
): { readonly position: number; readonly present: boolean } {
  const { startMs: starts, undated, count } = columns;
  let low = startMs === null ? 0 : lowerBound(starts, startMs, undated, count);
  let high = startMs === null ? undated : lowerBound(starts, startMs + 0.5, undated, count);
  const select = database.prepare("SELECT id FROM articles WHERE row = ?");
  const end = high;
  const idAt = (position: number): string =>
    String(select.get(columns.rows[position] ?? 0)?.["id"]);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareCodePoints(idAt(middle), id) > 0) low = middle + 1;
    else high = middle;
  }
  return { position: low, present: low < end && idAt(low) === id };
}
