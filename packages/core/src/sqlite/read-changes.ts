import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ArticleSummary } from "../article/article.ts";
import type { ArticleChange, ChangePage } from "../archive/article-change.ts";
import { CursorError } from "../errors.ts";

/** A place in the order of changes: the number of a write, and in it a row of `articles` or of `removals`. */
type Place = { readonly sequence: number; readonly put: number; readonly removed: number };

type PlacedChange = {
  readonly sequence: number;
  readonly part: string;
  readonly change: ArticleChange;
};

/** `ce5f49b0.12` after all of write 12, `ce5f49b0.12.p345` or `.r6` after a row of it. */
const written = /^([0-9a-f]{8})\.(\d{1,15})(?:\.([pr])(\d{1,15}))?$/;

/** Reads what has changed since a write, oldest change first, each article once. */
export class ChangeReader {
  readonly #puts: StatementSync;
  readonly #removals: StatementSync;

  constructor(database: DatabaseSync) {
    this.#puts = database.prepare(`
      SELECT changed_at AS sequence, row, summary FROM articles
      WHERE (changed_at, row) > (?, ?) ORDER BY changed_at, row LIMIT ?`);
    this.#removals = database.prepare(`
      SELECT sequence, number AS row, id FROM removals
      WHERE (sequence, number) > (?, ?) AND NOT EXISTS (SELECT 1 FROM articles WHERE articles.id = removals.id)
      ORDER BY sequence, number LIMIT ?`);
  }

  /**
   * @throws {CursorError} `cursor-expired` for a place in an index that was made anew since,
   * `cursor-invalid` for what is no place.
   */
  read(generation: string, since: string | undefined, limit: number): ChangePage {
    const [epoch = "", now = ""] = generation.split(".");
    if (since === undefined) return { changes: [], next: generation, isLast: true, generation };
    const { sequence, put, removed } = placeOf(since, epoch, Number(now));
    const puts = this.#puts.all(sequence, put, limit).map((row): PlacedChange => ({
      sequence: Number(row["sequence"]),
      part: `p${String(row["row"])}`,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the summary as it was put
      change: { type: "put", article: JSON.parse(String(row["summary"])) as ArticleSummary },
    }));
    const removals = this.#removals.all(sequence, removed, limit).map((row): PlacedChange => ({
      sequence: Number(row["sequence"]),
      part: `r${String(row["row"])}`,
      change: { type: "removed", id: String(row["id"]) },
    }));
    // Sorting is stable: within one write those that were put come first, as the places say.
    const all = [...puts, ...removals];
    const page = all.toSorted((a, b) => a.sequence - b.sequence).slice(0, limit);
    const last = page.at(-1);
    const isLast = all.length <= limit && puts.length < limit && removals.length < limit;
    const next =
      isLast || last === undefined ? generation : `${epoch}.${last.sequence}.${last.part}`;
    return { changes: page.map(({ change }) => change), next, isLast, generation };
  }
}

function placeOf(since: string, epoch: string, now: number): Place {
  const [, theirs, number, part, row] = written.exec(since) ?? [];
  const sequence = Number(number);
  if (theirs === undefined || (theirs === epoch && sequence > now)) {
    throw new CursorError(
      "cursor-invalid",
      "This is no place in the changes of an archive; start again without it.",
    );
  }
  if (theirs !== epoch) {
    throw new CursorError(
      "cursor-expired",
      "The index was made anew since then; read all articles once, then ask from there on.",
    );
  }
  const all = Number.MAX_SAFE_INTEGER;
  if (part === undefined) return { sequence, put: all, removed: all };
  return part === "p"
    ? { sequence, put: Number(row), removed: -1 }
    : { sequence, put: all, removed: Number(row) };
}
