import type { DatabaseSync } from "node:sqlite";

/**
 * Distance between neighbours when keys are first given: 20 bits, which leave room for 2^33 articles below
 * 2^53, the largest integer that a number holds exactly.
 */
export const sortKeyGap: number = 2 ** 20;

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

function numberAll(database: DatabaseSync): void {
  database.exec(`
    CREATE TEMP TABLE numbered AS
      SELECT row, row_number() OVER (ORDER BY start_ms, id DESC) AS number FROM articles;
    CREATE UNIQUE INDEX temp.numbered_by_row ON numbered (row);
    UPDATE articles SET sort_key = ${sortKeyGap} * (SELECT number FROM numbered WHERE numbered.row = articles.row);
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
    "UPDATE articles SET sort_key = NULL, searchable = 0 WHERE row = ?",
  );
  for (const { row, sort_key: key } of neighbours.all(before ?? null, after ?? null, window)) {
    forget.run(Number(key));
    unplace.run(Number(row));
  }
}

/** The gap that has no room, when there is one. */
function placeBetweenNeighbours(database: DatabaseSync): Gap | undefined {
  const place = database.prepare("UPDATE articles SET sort_key = ? WHERE row = ?");
  for (const gap of gaps(database)) {
    const { before, after, rows } = gap;
    const room = sortKeyGap * (rows.length + 1);
    const low = before ?? (after === undefined ? 0 : after - room);
    const high = after ?? low + room;
    const step = Math.floor((high - low) / (rows.length + 1));
    if (step < 1) return gap;
    rows.forEach((row, index) => place.run(low + step * (index + 1), row));
  }
  return undefined;
}

/** Articles without a key that stand between the same two keys. */
type Gap = {
  readonly before: number | undefined;
  readonly after: number | undefined;
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
    const start = values["start"] === null ? null : Number(values["start"]);
    const { before, after } = neighbours(start, String(values["id"]));
    const last = found.at(-1);
    if (last !== undefined && last.before === before && last.after === after) last.rows.push(row);
    else found.push({ before, after, rows: [row] });
  }
  return found;
}

/** Looks up the nearest keys on both sides of a place in date order, by the index on date and id. */
function neighbourFinder(
  database: DatabaseSync,
): (start: number | null, id: string) => { before: number | undefined; after: number | undefined } {
  const key = (
    where: string,
    order: string,
  ): ((...values: (number | string)[]) => number | undefined) => {
    const statement = database.prepare(
      `SELECT sort_key AS key FROM articles WHERE ${where} AND sort_key IS NOT NULL ORDER BY ${order} LIMIT 1`,
    );
    return (...values) => {
      const found = statement.get(...values)?.["key"];
      return found === undefined ? undefined : Number(found);
    };
  };
  const forwards = "start_ms, id DESC";
  const backwards = "start_ms DESC, id";
  const sameDayBefore = key("start_ms = ? AND id > ?", backwards);
  const sameDayAfter = key("start_ms = ? AND id < ?", forwards);
  const earlier = key("start_ms < ?", backwards);
  const later = key("start_ms > ?", forwards);
  const undatedBefore = key("start_ms IS NULL AND id > ?", backwards);
  const undatedAfter = key("start_ms IS NULL AND id < ?", forwards);
  const lastUndated = key("start_ms IS NULL", backwards);
  const firstDated = key("start_ms IS NOT NULL", forwards);
  return (start, id) =>
    start === null
      ? { before: undatedBefore(id), after: undatedAfter(id) ?? firstDated() }
      : {
          before: sameDayBefore(start, id) ?? earlier(start) ?? lastUndated(),
          after: sameDayAfter(start, id) ?? later(start),
        };
}
