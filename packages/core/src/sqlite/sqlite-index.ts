import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ArticleSummary } from "../article/article.ts";
import type { FacetField, Facets, ProblemPage, Timeline } from "../archive/archive.ts";
import type {
  ArticleIndex,
  Change,
  FileEntry,
  IndexCounts,
  IndexHit,
  IndexResults,
  Patience,
} from "../archive/article-index.ts";
import { defaultTimeBudgetMs } from "../archive/limits.ts";
import { BroadsheetError, ClosedError, IndexError } from "../errors.ts";
import { formatCursor } from "../query/cursor.ts";
import type { Query } from "../query/query.ts";
import { ChangeWriter } from "./change-writer.ts";
import { readColumns, type Columns } from "./columns.ts";
import { countTimeline, countValues } from "./count-values.ts";
import { patience, TextFinder, type GoOn } from "./find-text.ts";
import { MatchLists, type MatchList } from "./match-lists.ts";
import { anchorOrdinal, ordinalAfter } from "./ordinals.ts";
import { readProblems } from "./read-problems.ts";

/** What belongs to one generation of the index. */
type Snapshot = { readonly generation: string; readonly columns: Columns; readonly lists: MatchLists };

/** An `ArticleIndex` on node:sqlite with FTS5. It works on the thread that calls it. */
export class SqliteIndex implements ArticleIndex {
  readonly #database: DatabaseSync;
  readonly #finder: TextFinder;
  readonly #writer: ChangeWriter;
  readonly #generation: StatementSync;
  readonly #summary: StatementSync;
  #snapshot: Snapshot | undefined;

  /** Takes over an open database with our tables, and closes it in the end. */
  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#finder = new TextFinder(database);
    this.#writer = new ChangeWriter(database);
    this.#generation = database.prepare("SELECT group_concat(value, '.' ORDER BY name) AS generation FROM meta");
    this.#summary = database.prepare(
      "SELECT summary, size, modified_ms, changed_ms, inode FROM articles WHERE row = ?",
    );
  }

  counts(): Promise<IndexCounts> {
    return this.#read(() => {
      const articles = this.#database
        .prepare(
          `SELECT count(*) AS articles, min(start_ms) AS firstMs, max(start_ms) AS lastMs,
          (SELECT count(*) FROM articles WHERE searchable = 0) AS unsearchable FROM articles`,
        )
        .get();
      const severities = this.#database
        .prepare("SELECT severity, count(*) AS number FROM problems GROUP BY severity")
        .all()
        .map(({ severity, number }) => [String(severity), Number(number)]);
      const dated = articles?.["firstMs"] !== null;
      return {
        articles: Number(articles?.["articles"]),
        unsearchable: Number(articles?.["unsearchable"]),
        ...(dated ? { firstMs: Number(articles?.["firstMs"]), lastMs: Number(articles?.["lastMs"]) } : {}),
        problems: { error: 0, warning: 0, note: 0, ...Object.fromEntries(severities) },
        generation: this.#currentGeneration(),
      };
    });
  }

  search(
    query: Query,
    options: Patience & { readonly cursor?: string; readonly limit: number; readonly facets: readonly FacetField[] },
  ): Promise<IndexResults & { readonly facets: Facets; readonly next?: string }> {
    return this.#ask(options, (snapshot, goOn) => {
      const list = snapshot.lists.list(query, goOn);
      const start = options.cursor === undefined ? 0 : ordinalAfter(this.#database, snapshot, list, options.cursor);
      const results = this.#results(snapshot, list, start, start + options.limit);
      const last = results.hits.at(-1);
      return {
        ...results,
        facets: countFacets(snapshot, query, options.facets, goOn),
        ...(last !== undefined && start + options.limit < list.positions.length ? { next: last.cursor } : {}),
      };
    });
  }

  window(
    query: Query,
    options: Patience & Parameters<ArticleIndex["window"]>[1],
  ): Promise<IndexResults & { readonly firstOrdinal: number; readonly anchorOrdinal?: number }> {
    return this.#ask(options, (snapshot, goOn) => {
      const list = snapshot.lists.list(query, goOn);
      const anchor = anchorOrdinal(this.#database, snapshot, list, options.at);
      const first = Math.max(0, anchor - options.before);
      return {
        ...this.#results(snapshot, list, first, anchor + options.after + 1),
        firstOrdinal: first,
        ...(list.positions.length > 0 ? { anchorOrdinal: anchor } : {}),
      };
    });
  }

  find(id: string): Promise<FileEntry | undefined> {
    return this.#read(() => this.#entries("WHERE id = ? ORDER BY path LIMIT 1", id)[0]);
  }

  facets(query: Query, fields: readonly FacetField[], options: Patience = {}): Promise<Facets> {
    return this.#ask(options, (snapshot, goOn) => countFacets(snapshot, query, fields, goOn));
  }

  timeline(query: Query, interval: "month" | "year", options: Patience = {}): Promise<Timeline> {
    return this.#ask(options, ({ generation, columns, lists }, goOn) => ({
      ...countTimeline(interval, lists.list(query, goOn).positions, columns),
      generation,
    }));
  }

  problems(options: Parameters<ArticleIndex["problems"]>[0]): Promise<ProblemPage> {
    return this.#read(() => readProblems(this.#database, options));
  }

  stamps({ after = "", limit }: { readonly after?: string; readonly limit: number }): Promise<readonly FileEntry[]> {
    return this.#read(() => this.#entries("WHERE path > ? ORDER BY path LIMIT ?", after, limit));
  }

  claimants(wantedId: string): Promise<readonly FileEntry[]> {
    return this.#read(() => this.#entries("WHERE wanted_id = ? ORDER BY path", wantedId));
  }

  unsearchable(limit: number): Promise<readonly FileEntry[]> {
    return this.#read(() => this.#entries("WHERE searchable = 0 ORDER BY start_ms DESC, id LIMIT ?", limit));
  }

  apply(changes: readonly Change[]): Promise<string> {
    return this.#guard(() => {
      this.#writer.apply(changes);
      return this.#currentGeneration();
    });
  }

  async close(): Promise<void> {
    this.#snapshot = undefined;
    if (this.#database.isOpen) this.#database.close();
  }

  #entries(where: string, ...values: (string | number)[]): FileEntry[] {
    const select = `SELECT path, wanted_id, id, searchable, size, modified_ms, changed_ms, inode FROM articles ${where}`;
    return this.#database
      .prepare(select)
      .all(...values)
      .map((row) => ({
        path: String(row["path"]),
        stamp: stampOf(row),
        wantedId: String(row["wanted_id"]),
        id: String(row["id"]),
        searchable: row["searchable"] === 1,
      }));
  }

  #results({ generation, columns }: Snapshot, list: MatchList, from: number, to: number): IndexResults {
    const { positions, order, total, complete, rankedNewest } = list;
    const hits = [...positions.subarray(from, to)].map((position, index) =>
      this.#hit(columns.rows[position] ?? 0, list, from + index, generation),
    );
    return {
      hits,
      total,
      totalRelation: complete ? "eq" : "gte",
      order,
      ...(rankedNewest === undefined ? {} : { rankedNewest }),
      generation,
      timedOut: !complete,
    };
  }

  #hit(row: number, { order, scores }: MatchList, ordinal: number, generation: string): IndexHit {
    const found = this.#summary.get(row);
    if (found === undefined) throw new IndexError("index-failed", "The index lost an article; delete it and open the archive again.");
    const article = JSON.parse(String(found["summary"])) as ArticleSummary; // -- written by us from one
    const cursor =
      order === "relevance"
        ? formatCursor({ order, ordinal, generation })
        : formatCursor({ order, startMs: article.datePublished?.epochMs ?? null, id: article.id });
    return {
      article,
      stamp: stampOf(found),
      ...(scores === undefined ? {} : { score: scores[ordinal] ?? 0 }),
      cursor,
    };
  }

  #ask<Answer>(options: Patience, answer: (snapshot: Snapshot, goOn: GoOn) => Answer): Promise<Answer> {
    const goOn = patience(options.cancelled, options.timeBudgetMs ?? defaultTimeBudgetMs);
    return this.#read(() => answer(this.#current(), goOn));
  }

  /** Answers within one read transaction, so that other processes may write meanwhile. */
  #read<Answer>(answer: () => Answer): Promise<Answer> {
    return this.#guard(() => {
      this.#database.exec("BEGIN");
      try {
        return answer();
      } finally {
        this.#database.exec("COMMIT");
      }
    });
  }

  #current(): Snapshot {
    const generation = this.#currentGeneration();
    if (this.#snapshot?.generation !== generation) {
      const columns = readColumns(this.#database);
      this.#snapshot = { generation, columns, lists: new MatchLists(this.#finder, columns) };
    }
    return this.#snapshot;
  }

  #currentGeneration(): string {
    return String(this.#generation.get()?.["generation"]);
  }

  async #guard<Answer>(work: () => Answer): Promise<Answer> {
    if (!this.#database.isOpen) throw new ClosedError();
    try {
      return work();
    } catch (error) {
      if (error instanceof BroadsheetError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new IndexError("index-failed", `The index failed: ${reason}.`, { cause: error });
    }
  }
}

function countFacets({ columns, lists }: Snapshot, query: Query, fields: readonly FacetField[], goOn: GoOn): Facets {
  return Object.fromEntries(
    fields.map((field) => [field, countValues(field, lists.without(field, query, goOn), columns)]),
  );
}

function stampOf(row: Record<string, unknown>): FileEntry["stamp"] {
  return {
    size: Number(row["size"]),
    modifiedMs: Number(row["modified_ms"]),
    changedMs: Number(row["changed_ms"]),
    inode: Number(row["inode"]),
  };
}
