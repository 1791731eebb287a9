import type { DatabaseSync } from "node:sqlite";
import type { ProblemPage } from "../archive/archive.ts";
import type { ArticleIndex } from "../archive/article-index.ts";
import { CursorError } from "../errors.ts";
import type { Problem } from "../problem.ts";
import { flags } from "./schema.ts";

/** Whether an article may be seen: no draft unless they are, and not dated later. */
const isSeen = `flags & ${flags.draft} <= ? AND (start_ms IS NULL OR start_ms <= ?)`;

/** Whether a problem is one of an article that may be seen, and tells of no other article that may not. */
const seen = `EXISTS (
    SELECT 1 FROM articles WHERE path = problems.path AND problems.of_folder = 0 AND ${isSeen}
  ) AND (code <> 'id-duplicate' OR EXISTS (
    SELECT 1 FROM articles WHERE path <> problems.path AND ${isSeen}
      AND wanted_id = (SELECT wanted_id FROM articles WHERE path = problems.path)
  ))`;

/** A page of problems in order of their paths. Its cursor is the path and number of its last problem. */
export function readProblems(
  database: DatabaseSync,
  { code, path, ofFolder = false, among, cursor, limit }: Parameters<ArticleIndex["problems"]>[0],
): ProblemPage {
  const may = [among?.drafts === true ? flags.draft : 0, among?.visibleAtMs ?? Infinity];
  const filters = [
    ...(code === undefined ? [] : [["code = ?", code]]),
    ...(path === undefined ? [] : [["path = ?", path]]),
    // Written out, so that these few are found in an index of their own.
    ...(ofFolder ? [["of_folder = 1"]] : []),
    ...(among === undefined ? [] : [[seen, ...may, ...may]]),
  ] as const;
  const where = ["true", ...filters.map(([condition]) => condition)].join(" AND ");
  const values = filters.flatMap(([, ...given]) => given.map((value) => value ?? null));
  const [afterPath, afterNumber] = cursor === undefined ? ["", 0] : parsePlace(cursor);
  const total = database.prepare(`SELECT count(*) AS number FROM problems WHERE ${where}`);
  const rows = database
    .prepare(
      `SELECT problem, path, number FROM problems
       WHERE ${where} AND (path, number) > (?, ?) ORDER BY path, number LIMIT ?`,
    )
    .all(...values, afterPath, afterNumber, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by us from a problem
    problems: shown.map((row) => JSON.parse(String(row["problem"])) as Problem),
    total: Number(total.get(...values)?.["number"]),
    ...(rows.length > limit && last !== undefined
      ? { next: encodeURIComponent(JSON.stringify([last["path"], last["number"]])) }
      : {}),
  };
}

function parsePlace(cursor: string): readonly [path: string, number: number] {
  try {
    const place: unknown = JSON.parse(decodeURIComponent(cursor));
    if (Array.isArray(place) && place.length === 2) {
      const [path, number]: readonly unknown[] = place;
      if (typeof path === "string" && Number.isSafeInteger(number)) return [path, Number(number)];
    }
  } catch {
    // Said below, as for any other cursor that is not ours.
  }
  throw new CursorError(
    "cursor-invalid",
    "The cursor was not made for this list; start again without it.",
  );
}
