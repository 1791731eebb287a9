import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ArticleKey } from "../archive/archive.ts";
import type { FileEntry, IndexCounts } from "../archive/article-index.ts";
import type { FileStamp, FoundFile } from "../source/article-file.ts";

const entryColumns =
  "path, wanted_id, id, searchable, digest, size, modified_ms, changed_ms, inode";

/** Which files an index knows, apart from what their articles say. */
export class FileRows {
  readonly #counts: StatementSync;
  readonly #kept: StatementSync;
  readonly #byId: StatementSync;
  readonly #ofPath: StatementSync;
  readonly #taken: StatementSync;
  readonly #byPath: StatementSync;
  readonly #byWantedId: StatementSync;
  readonly #unsearchable: StatementSync;
  readonly #digest: StatementSync;

  constructor(database: DatabaseSync) {
    // Each of these is answered from an index of its own.
    this.#counts = database.prepare(`
      SELECT (SELECT count(*) FROM articles WHERE searchable = 0) AS unsearchable,
        (SELECT min(start_ms) FROM articles) AS firstMs,
        (SELECT max(start_ms) FROM articles) AS lastMs`);
    this.#kept = database.prepare("SELECT name, value FROM meta WHERE typeof(value) <> 'text'");
    const select = (rest: string): StatementSync =>
      database.prepare(`SELECT ${entryColumns} FROM articles ${rest}`);
    this.#byId = select("WHERE id = ? ORDER BY path LIMIT 1");
    this.#ofPath = select("WHERE path = ?");
    this.#taken = database.prepare(`
      SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM articles WHERE id = value)
        OR EXISTS (SELECT 1 FROM articles WHERE wanted_id = value)`);
    this.#byPath = database.prepare(`
      SELECT path, size, modified_ms, changed_ms, inode FROM articles INDEXED BY articles_stamps
      WHERE path > ? ORDER BY path LIMIT ?`);
    this.#byPath.setReturnArrays(true);
    this.#byWantedId = select("WHERE wanted_id = ? AND path > ? ORDER BY path LIMIT ?");
    this.#unsearchable = select("WHERE searchable = 0 ORDER BY start_ms DESC, id LIMIT ?");
    this.#digest = database.prepare("SELECT digest FROM folders WHERE path = ?");
  }

  counts(): Omit<IndexCounts, "generation"> {
    const row = this.#counts.get() ?? {};
    const kept = new Map(this.#kept.all().map(({ name, value }) => [String(name), Number(value)]));
    const number = (name: string): number => kept.get(name) ?? 0;
    return {
      articles: number("articles"),
      unsearchable: Number(row["unsearchable"]),
      awaited: number("awaited"),
      whole: number("whole") === 1,
      ...(row["firstMs"] === null
        ? {}
        : { firstMs: Number(row["firstMs"]), lastMs: Number(row["lastMs"]) }),
      problems: { error: number("error"), warning: number("warning"), note: number("note") },
    };
  }

  find(key: ArticleKey): FileEntry | undefined {
    const rows = typeof key === "string" ? this.#byId.all(key) : this.#ofPath.all(key.path);
    return rows.map(entryOf)[0];
  }

  taken(ids: readonly string[]): ReadonlySet<string> {
    return new Set(this.#taken.all(JSON.stringify(ids)).map(({ value }) => String(value)));
  }

  after(last: string, limit: number): FoundFile[] {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- arrays of what a strict table holds
    const rows = this.#byPath.all(last, limit) as unknown as [string, ...number[]][];
    return rows.map(([path, size = 0, modifiedMs = 0, changedMs = 0, inode = 0]) => ({
      path,
      stamp: { size, modifiedMs, changedMs, inode },
    }));
  }

  /** What was said of a folder. */
  digestOf(folder: string): string | undefined {
    const digest = this.#digest.get(folder)?.["digest"];
    return digest === undefined ? undefined : String(digest);
  }

  withWantedId(wantedId: string, after: string, limit: number): FileEntry[] {
    return this.#byWantedId.all(wantedId, after, limit).map(entryOf);
  }

  unsearchable(limit: number): FileEntry[] {
    return this.#unsearchable.all(limit).map(entryOf);
  }
}

function entryOf(row: Record<string, unknown>): FileEntry {
  return {
    path: String(row["path"]),
    stamp: stampOf(row),
    wantedId: String(row["wanted_id"]),
    id: String(row["id"]),
    ...(typeof row["digest"] === "string" && { digest: row["digest"] }),
    searchable: row["searchable"] === 1,
  };
}

/** The stamp in a row of `articles`. */
export function stampOf(row: Record<string, unknown>): FileStamp {
  return {
    size: Number(row["size"]),
    modifiedMs: Number(row["modified_ms"]),
    changedMs: Number(row["changed_ms"]),
    inode: Number(row["inode"]),
  };
}
