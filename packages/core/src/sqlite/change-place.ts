import type { Query } from "../query/query.ts";
import { CursorError } from "../errors.ts";

/** Which articles the one who asks may see. */
export type Among = Pick<Query, "drafts" | "visibleAtMs">;

/** A place in the order of changes. */
export type Place = {
  /** The number of a write, and in it a row of `articles` and one of `removals`: all up to them are told. */
  readonly sequence: number;
  readonly put: number;
  readonly removed: number;
  /**
   * The date up to which those that came due are told, and of those with this very date the row. Absent: no
   * date hides an article.
   */
  readonly due?: { readonly startMs: number; readonly row: number };
};

/** More than any row's number: all of a write, or of a date. */
export const all: number = Number.MAX_SAFE_INTEGER;

/** Earlier than any date (https://tc39.es/ecma262/#sec-time-values-and-time-range). */
export const beforeAllMs = -8.64e15;

/**
 * `ce5f49b0.12` after all of write 12, `ce5f49b0.12.p345` or `.r6` after a row of it. Behind `_` stands what
 * may be seen: `d` drafts, and the date (with a row) up to which those that came due are told; without it,
 * everything.
 */
const written =
  /^([0-9a-f]{8})\.(\d{1,15})(?:\.([pr])(\d{1,15}))?(?:(_)(d)?(?:(-?\d{1,16})(?:\.(\d{1,15}))?)?)?$/;

/** A place as it is given out. */
export function formatPlace(epoch: string, place: Place, { drafts }: Among): string {
  const { sequence, put, removed, due } = place;
  const row = removed === all ? "" : removed < 0 ? `.p${put}` : `.r${removed}`;
  const write = `${epoch}.${sequence}${row}`;
  if (drafts && due === undefined) return write;
  const date = due === undefined ? "" : `${due.startMs}${due.row === all ? "" : `.${due.row}`}`;
  return `${write}_${drafts ? "d" : ""}${date}`;
}

/**
 * Reads a place.
 *
 * @throws {CursorError} `cursor-expired` for one in an index that was made anew since, or of one who might see
 * other articles; `cursor-invalid` for what is no place.
 */
export function parsePlace(since: string, generation: string, among: Among): Place {
  const [epoch, now] = generation.split(".");
  const [, theirs, number, part, row, hides, drafts, startMs, dueRow] = written.exec(since) ?? [];
  const sequence = Number(number);
  if (theirs === undefined || (theirs === epoch && sequence > Number(now))) {
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
  const sawDrafts = hides === undefined || drafts !== undefined;
  const sawAllDates = startMs === undefined;
  if (sawDrafts !== among.drafts || sawAllDates !== (among.visibleAtMs === undefined)) {
    throw new CursorError(
      "cursor-expired",
      "Other articles could be seen then; read all of them once, then ask from there on.",
    );
  }
  return {
    sequence,
    put: part === "p" ? Number(row) : all,
    removed: part === "p" ? -1 : part === "r" ? Number(row) : all,
    ...(startMs === undefined
      ? {}
      : { due: { startMs: Number(startMs), row: dueRow === undefined ? all : Number(dueRow) } }),
  };
}
