import type { DatabaseSync } from "node:sqlite";
import type { ProblemPage } from "../archive/archive.ts";
import type { ArticleIndex } from "../archive/article-index.ts";
import { CursorError } from "../errors.ts";
import type { Problem } from "../problem.ts";

/** A page of problems in order of their paths. Its cursor is the path and number of its last problem. */
export function readProblems(
  database: DatabaseSync,
  { code, path, ofFolder = false, cursor, limit }: Parameters<ArticleIndex["problems"]>[0],
): ProblemPage {
  const filter = `(:code IS NULL OR code = :code) AND (:path IS NULL OR path = :path)
    AND (NOT :ofFolder OR of_folder)`;
  const filters = { code: code ?? null, path: path ?? null, ofFolder: Number(ofFolder) };
  const total = database.prepare(`SELECT count(*) AS n FROM problems WHERE ${filter}`).get(filters);
  const after = cursor === undefined ? ["", 0] : parsePlace(cursor);
  const rows = database
    .prepare(
      `SELECT problem, path, number FROM problems
       WHERE ${filter} AND (path, number) > (:afterPath, :afterNumber) ORDER BY path, number LIMIT :limit`,
    )
    .all({
      ...filters,
      afterPath: String(after[0]),
      afterNumber: Number(after[1]),
      limit: limit + 1,
    });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by us from a problem
    problems: shown.map((row) => JSON.parse(String(row["problem"])) as Problem),
    total: Number(total?.["n"]),
    ...(rows.length > limit && last !== undefined
      ? { next: encodeURIComponent(JSON.stringify([last["path"], last["number"]])) }
      : {}),
  };
}

function parsePlace(cursor: string): readonly unknown[] {
  try {
    const place: unknown = JSON.parse(decodeURIComponent(cursor));
    if (Array.isArray(place) && place.length === 2) return place;
  } catch {
    // Said below, as for any other cursor that is not ours.
  }
  throw new CursorError(
    "cursor-invalid",
    "The cursor was not made for this list; start again without it.",
  );
}
