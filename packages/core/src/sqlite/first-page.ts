import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { IndexResults } from "../archive/article-index.ts";
import { listFilters } from "../query/match-summary.ts";
import type { Query } from "../query/query.ts";
import { allPositions } from "./filter-positions.ts";
import type { ResultReader } from "./read-results.ts";
import { flags } from "./schema.ts";

/**
 * Answers the first question of whoever opens an archive: the newest of all articles that may be seen. They
 * are read by date from the table, before the columns are, which every other question needs.
 */
export class FirstPage {
  readonly #results: ResultReader;
  readonly #dated: StatementSync;
  readonly #undated: StatementSync;
  readonly #counts: StatementSync;

  constructor(database: DatabaseSync, results: ResultReader) {
    this.#results = results;
    const rows = (which: string): StatementSync =>
      database.prepare(`
        SELECT row FROM articles WHERE ${which} AND flags & ${flags.draft} <= :drafts
        ORDER BY start_ms DESC, id LIMIT :limit`);
    this.#dated = rows("start_ms <= :until");
    this.#undated = rows("start_ms IS NULL");
    // The articles that may not be seen are few: these are counted.
    this.#counts = database.prepare(`
      SELECT (SELECT value FROM meta WHERE name = 'articles')
        - (SELECT count(*) FROM articles WHERE start_ms > :until)
        - iif(:drafts, 0, (SELECT count(*) FROM articles
            WHERE flags & ${flags.draft} AND ifnull(start_ms <= :until, TRUE))) AS total`);
  }

  /** The first articles of all and how many there are; undefined when a query asks for something else. */
  read(query: Query, limit: number, generation: string): IndexResults | undefined {
    const { text, fromMs, toMs, sort, drafts, visibleAtMs: until = Infinity } = query;
    const asksForMore = text !== undefined || fromMs !== undefined || toMs !== undefined;
    const isFiltered = listFilters(query).some(({ values }) => values.length > 0);
    if (asksForMore || isFiltered || sort !== "newest") return undefined;
    const seen = { drafts: Number(drafts) };
    const dated = this.#dated.all({ ...seen, until, limit });
    const undated = this.#undated.all({ ...seen, limit: limit - dated.length });
    const rows = Float64Array.from([...dated, ...undated], ({ row }) => Number(row));
    const list = { positions: allPositions(rows.length), order: sort, complete: true, exact: true };
    const total = Number(this.#counts.get({ ...seen, until })?.["total"]);
    const snapshot = { generation, columns: { rows } };
    return { ...this.#results.read(snapshot, list, 0, limit), total };
  }
}
