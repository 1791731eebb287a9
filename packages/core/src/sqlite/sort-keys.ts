import type { DatabaseSync } from "node:sqlite";
import { compareCodePoints } from "../text/compare.ts";
import { thisWrite } from "./schema.ts";
import { countForgotten } from "./word-counts.ts";

/**
 * Distance between neighbours when keys are first given: 20 bits, which leave room for 2^33 articles below
 * 2^53, the largest integer that a number holds exactly.
 */
export const sortKeyGap: number = 2 ** 20;

/**
 * Where the keys of articles with and without a date begin. Both have room for 2^24 articles below them, which
 * are put when the newest come first, and above.
 */
const firstUndated = 2 ** 44;
const firstDated = 3 * 2 ** 44;

/** Neighbours on each side that are moved when there is no room between two: their texts are read again. */
const firstWindow = 32;

/**
 * Gives every article without a sort key one that lies between its neighbours' in date order. Where two
 * neighbours have no room left between them, articles around them lose their keys and texts, and are
 * placed anew with the others; their texts have to be put again.
 *
 * This is order maintenance by labels (Dietz & Sleator 1987) in a plain form.
 */
export function assignSortKeys(database: DatabaseSync): void {
  const known = database.prepare("SELECT 1 FROM articles WHERE sort_key IS NOT NULL LIMIT 1").get();
  if (known === undefined) numberAll(database);
  for (let window = firstWindow; ; window *= 2) {
    const crowded = placeBetweenNeighbours(database);
    if (crowded === undefined) return;
    makeRoom(database, crowded, window);
  }
}

/** Gives the first keys: the undated articles from one place on, the others from another, far above. */
function numberAll(database: DatabaseSync): void {
  database.exec(`
    CREATE TEMP TABLE numbered AS
      SELECT row, iif(start_ms IS NULL, ${firstUndated}, ${firstDated}) +
        ${sortKeyGap} * row_number() OVER (PARTITION BY start_ms IS NULL ORDER BY start_ms, id DESC) AS key
      FROM articles;
    CREATE UNIQUE INDEX temp.numbered_by_row ON numbered (row);
    UPDATE articles SET sort_key = (SELECT key FROM numbered WHERE numbered.row = articles.row);
    DROP TABLE numbered;
  `);
}

/** Takes the keys of the nearest articles on both sides of a gap, and their words out of the index. */
function makeRoom(database: DatabaseSync, { before, after }: Gap, window: number): void {
  const neighbours = database.prepare(`
    SELECT row, sort_key FROM (
      SELECT row, sort_key FROM articles WHERE sort_key <= ?1 ORDER BY sort_key DESC LIMIT ?3
    ) UNION ALL SELECT row, sort_key FROM (
      SELECT row, sort_key FROM articles WHERE sort_key >= ?2 ORDER BY sort_key LIMIT ?3
    )`);
  const forget = database.prepare("DELETE FROM words WHERE rowid = ?");
  const unplace = database.prepare(
    `UPDATE articles SET sort_key = NULL, searchable = 0, changed_at = ${thisWrite} WHERE row = ?`,
  );
  const near = neighbours.all(before?.key ?? null, after?.key ?? null, window);
  for (const { row, sort_key: key } of near) {
    forget.run(Number(key));
    unplace.run(Number(row));
  }
  countForgotten(database).run(near.length);
}

/** The gap that has no room, when there is one. */
function placeBetweenNeighbours(database: DatabaseSync): Gap | undefined {
  const place = database.prepare("UPDATE articles SET sort_key = ? WHERE row = ?");
  for (const gap of gaps(database)) {
    const { low, high } = roomOf(gap);
    const step = Math.floor((high - low) / (gap.rows.length + 1));
    if (step < 1) return gap;
    gap.rows.forEach((row, index) => place.run(low + step * (index + 1), row));
  }
  return undefined;
}

/** Between two neighbours all there is; at the ends of the dated and of the undated, what is usual. */
function roomOf({ before, after, dated, rows }: Gap): { low: number; high: number } {
  const usual = sortKeyGap * (rows.length + 1);
  const low = before?.key ?? 0;
  const high = after?.key ?? low + usual;
  if (before?.dated === dated && after?.dated === dated) return { low, high };
  if (before?.dated === dated) return { low, high: Math.min(high, low + usual) };
  if (after?.dated === dated) return { low: Math.max(low, high - usual), high };
  const start = dated ? firstDated : firstUndated;
  return low < start && start + usual < (after?.key ?? Infinity)
    ? { low: start, high: start + usual }
    : { low, high };
}

/** An article with a key. */
type Neighbour = Place & { readonly key: number; readonly dated: boolean };

/** Articles without a key that stand between the same two keys, all dated or none. */
type Gap = {
  readonly before: Neighbour | undefined;
  readonly after: Neighbour | undefined;
  readonly dated: boolean;
  readonly rows: number[];
};

function gaps(database: DatabaseSync): readonly Gap[] {
  const unplaced = database.prepare(
    "SELECT row, start_ms AS start, id FROM articles WHERE sort_key IS NULL ORDER BY start_ms, id DESC",
  );
  const neighbours = neighbourFinder(database);
  const found: Gap[] = [];
  for (const values of unplaced.all()) {
    const row = Number(values["row"]);
    const place = placeOf(values);
    const dated = place.start !== null;
    const last = found.at(-1);
    if (last?.dated === dated && (last.after === undefined || comesBefore(place, last.after)))
      last.rows.push(row);
    else found.push({ ...neighbours(place), dated, rows: [row] });
  }
  return found;
}

/** Where an article stands in date order. */
type Place = { readonly start: number | null; readonly id: string };

function placeOf(values: Record<string, unknown>): Place {
  const { start, id } = values;
  return { start: start === null ? null : Number(start), id: String(id) };
}

function comesBefore(a: Place, b: Place): boolean {
  if (a.start !== b.start) return (a.start ?? -Infinity) < (b.start ?? -Infinity);
  return compareCodePoints(a.id, b.id) > 0;
}

/** Looks up the nearest keys on both sides of a place in date order, by the index on date and id. */
function neighbourFinder(database: DatabaseSync): (place: Place) => {
  readonly before: Neighbour | undefined;
  readonly after: Neighbour | undefined;
} {
  const nearest = (
    where: string,
    order: string,
  ): ((...values: (number | string)[]) => Neighbour | undefined) => {
    const statement = database.prepare(
      `SELECT sort_key AS key, start_ms AS start, id FROM articles
       WHERE ${where} AND sort_key IS NOT NULL ORDER BY ${order} LIMIT 1`,
    );
    return (...values) => {
      const found = statement.get(...values);
      if (found === undefined) return undefined;
      return { ...placeOf(found), key: Number(found["key"]), dated: found["start"] !== null };
    };
  };
  const forwards = "start_ms, id DESC";
  const backwards = "start_ms DESC, id";
  const sameDayBefore = nearest("start_ms = ? AND id > ?", backwards);
  const sameDayAfter = nearest("start_ms = ? AND id < ?", forwards);
  const earlier = nearest("start_ms < ?", backwards);
  const later = nearest("start_ms > ?", forwards);
  const undatedBefore = nearest("start_ms IS NULL AND id > ?", backwards);
  const undatedAfter = nearest("start_ms IS NULL AND id < ?", forwards);
  const lastUndated = nearest("start_ms IS NULL", backwards);
  const firstWithDate = nearest("start_ms IS NOT NULL", forwards);
  return ({ start, id }) =>
    start === null
      ? { before: undatedBefore(id), after: undatedAfter(id) ?? firstWithDate() }
      : {
          before: sameDayBefore(start, id) ?? earlier(start) ?? lastUndated(),
          after: sameDayAfter(start, id) ?? later(start),
        };
}
