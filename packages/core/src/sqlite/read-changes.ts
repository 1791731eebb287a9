import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { ArticleSummary } from "../article/article.ts";
import type { ArticleChange, ChangeOptions, ChangePage } from "../archive/article-change.ts";
import { CursorError } from "../errors.ts";
import {
  all,
  beforeAllMs,
  formatPlace,
  parsePlace,
  type Among,
  type Place,
} from "./change-place.ts";
import { flags } from "./schema.ts";

type PlacedChange = { readonly change: ArticleChange; readonly place: Place };

/** Who may see everything. */
const everyone: Among = { drafts: true };

/** That a row of `articles` may be seen by the one who asks. */
const seen = `articles.flags & ${flags.draft} <= :drafts
  AND (articles.start_ms IS NULL OR articles.start_ms <= :atMs)`;

/** That what a row of `removals` (called so here) tells of could be seen until then. */
const wasSeen = (row: string): string => `${row}.flags & ${flags.draft} <= :drafts
  AND (${row}.start_ms IS NULL OR ${row}.start_ms <= ${row}.removed_ms OR :atMs = 1e999)`;

/** Reads what has changed since a place, oldest change first, each article once; what came due comes before. */
export class ChangeReader {
  readonly #due: StatementSync;
  readonly #puts: StatementSync;
  readonly #removals: StatementSync;
  readonly #lastDue: StatementSync;
  readonly #forgotten: StatementSync;

  constructor(database: DatabaseSync) {
    // What was also changed since is told as that.
    this.#due = database.prepare(`
      SELECT start_ms, row, summary FROM articles
      WHERE start_ms >= :dueMs AND (start_ms > :dueMs OR row > :dueRow) AND ${seen}
        AND (changed_at, row) <= (:sequence, :put)
      ORDER BY start_ms, row LIMIT :limit`);
    this.#puts = database.prepare(`
      SELECT changed_at AS sequence, row, summary FROM articles
      WHERE (changed_at, row) > (:sequence, :put) AND ${seen} ORDER BY changed_at, row LIMIT :limit`);
    this.#removals = database.prepare(`
      SELECT sequence, number, id FROM removals
      WHERE (sequence, number) > (:sequence, :removed) AND ${wasSeen("removals")}
        AND NOT EXISTS (SELECT 1 FROM articles WHERE articles.id = removals.id AND ${seen})
        AND NOT EXISTS (
          SELECT 1 FROM removals AS later
          WHERE later.id = removals.id AND later.number > removals.number AND ${wasSeen("later")})
      ORDER BY sequence, number LIMIT :limit`);
    this.#lastDue = database.prepare(`
      SELECT start_ms FROM articles WHERE start_ms <= :atMs AND flags & ${flags.draft} <= :drafts
      ORDER BY start_ms DESC LIMIT 1`);
    this.#forgotten = database.prepare("SELECT value FROM meta WHERE name = 'removals_forgotten'");
  }

  /**
   * @throws {CursorError} `cursor-expired` for a place in an index that was made anew since, or after which
   * removals are forgotten, or of one who might see other articles; `cursor-invalid` for what is no place.
   */
  read(
    generation: string,
    since: string | undefined,
    { limit, among = everyone }: ChangeOptions & { readonly limit: number },
  ): ChangePage {
    const [epoch = "", now] = generation.split(".");
    const visible = { drafts: among.drafts ? flags.draft : 0, atMs: among.visibleAtMs ?? Infinity };
    const present: Place = {
      sequence: Number(now),
      put: all,
      removed: all,
      ...(among.visibleAtMs === undefined ? {} : { due: this.#dueBy(visible) }),
    };
    const from = since === undefined ? present : parsePlace(since, generation, among);
    this.#checkKept(from);
    const due = since === undefined ? [] : this.#cameDue(from, visible, limit);
    const rest = limit - due.length;
    // Only when all that came due is told: what changes after it is told as it is by now.
    const changed =
      since === undefined || rest === 0
        ? []
        : this.#changed({ ...from, due: present.due }, visible, rest + 1);
    const isLast = rest > 0 && changed.length <= rest;
    const page = [...due, ...changed.slice(0, rest)];
    const next = isLast ? present : (page.at(-1)?.place ?? from);
    return {
      changes: page.map(({ change }) => change),
      next: formatPlace(epoch, next, among),
      isLast,
      generation,
    };
  }

  /** Refuses a place after which removals are forgotten. */
  #checkKept({ sequence, removed }: Place): void {
    const forgotten = Number(this.#forgotten.get()?.["value"] ?? 0);
    if (sequence > forgotten || (sequence === forgotten && removed === all)) return;
    throw new CursorError(
      "cursor-expired",
      "More articles have gone since then than are remembered; read all articles once, then ask from there on.",
    );
  }

  /**
   * The date of the last article that may be seen. It stays the same until another one is due, and so does what
   * is answered.
   */
  #dueBy(visible: { readonly drafts: number; readonly atMs: number }): NonNullable<Place["due"]> {
    return { startMs: Number(this.#lastDue.get(visible)?.["start_ms"] ?? beforeAllMs), row: all };
  }

  #cameDue(
    from: Place,
    visible: { readonly drafts: number; readonly atMs: number },
    limit: number,
  ): readonly PlacedChange[] {
    if (from.due === undefined) return [];
    const { sequence, put, due } = from;
    // Past all of one date, none of them is looked at again.
    const dueMs = due.row === all ? due.startMs + 0.5 : due.startMs;
    return this.#due
      .all({ ...visible, sequence, put, dueMs, dueRow: due.row, limit })
      .map((row) => ({
        change: putOf(row),
        place: { ...from, due: { startMs: Number(row["start_ms"]), row: Number(row["row"]) } },
      }));
  }

  #changed(
    from: Omit<Place, "due"> & { readonly due: Place["due"] | undefined },
    visible: { readonly drafts: number; readonly atMs: number },
    limit: number,
  ): readonly PlacedChange[] {
    const { sequence, put, removed, due } = from;
    const dated = due === undefined ? {} : { due };
    const puts = this.#puts.all({ ...visible, sequence, put, limit }).map((row) => ({
      change: putOf(row),
      place: {
        ...dated,
        sequence: Number(row["sequence"]),
        put: Number(row["row"]),
        removed: -1,
      },
    }));
    const removals = this.#removals
      .all({ ...visible, sequence, removed, limit })
      .map((row): PlacedChange => ({
        change: { type: "removed", id: String(row["id"]) },
        place: {
          ...dated,
          sequence: Number(row["sequence"]),
          put: all,
          removed: Number(row["number"]),
        },
      }));
    // Sorting is stable: within one write those that were put come first, as the places say.
    return [...puts, ...removals].toSorted((a, b) => a.place.sequence - b.place.sequence);
  }
}

function putOf(row: Record<string, unknown>): ArticleChange {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the summary as it was put
  return { type: "put", article: JSON.parse(String(row["summary"])) as ArticleSummary };
}
