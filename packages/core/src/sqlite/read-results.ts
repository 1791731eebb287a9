import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ArticleSummary } from "../article/article.ts";
import type { IndexHit, IndexResults } from "../archive/article-index.ts";
import { IndexError } from "../errors.ts";
import { formatCursor } from "../query/cursor.ts";
import type { Columns } from "./columns.ts";
import { stampOf } from "./file-rows.ts";
import type { MatchList } from "./match-lists.ts";

/** Reads the articles of a stretch of a list. */
export class ResultReader {
  readonly #summary: StatementSync;

  constructor(database: DatabaseSync) {
    this.#summary = database.prepare(
      "SELECT summary, size, modified_ms, changed_ms, inode FROM articles WHERE row = ?",
    );
  }

  /** The hits from one ordinal to another (exclusive), as far as the list goes. */
  read(
    {
      generation,
      columns,
    }: { readonly generation: string; readonly columns: Pick<Columns, "rows"> },
    list: MatchList,
    from: number,
    to: number,
  ): IndexResults {
    const { positions, order, complete, exact, rankedNewest, holdingAll } = list;
    const hits = [...positions.subarray(from, to)].map((position, index) =>
      this.#hit(columns.rows[position] ?? 0, list, from + index, generation),
    );
    return {
      hits,
      total: positions.length,
      totalRelation: exact ? "eq" : "gte",
      order,
      ...(rankedNewest === undefined ? {} : { rankedNewest }),
      ...(holdingAll === undefined ? {} : { holdingAll }),
      generation,
      timedOut: !complete,
    };
  }

  #hit(row: number, { order, scores }: MatchList, ordinal: number, generation: string): IndexHit {
    const found = this.#summary.get(row);
    if (found === undefined) {
      const message = "The index lost an article; delete it and open the archive again.";
      throw new IndexError("index-failed", message);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by us from a summary
    const article = JSON.parse(String(found["summary"])) as ArticleSummary;
    const startMs = article.datePublished?.epochMs ?? null;
    return {
      article,
      stamp: stampOf(found),
      ...(scores === undefined ? {} : { score: scores[ordinal] ?? 0 }),
      cursor: formatCursor(
        order === "relevance" ? { order, ordinal, generation } : { order, startMs, id: article.id },
      ),
    };
  }
}
