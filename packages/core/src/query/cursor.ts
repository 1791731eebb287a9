import { CursorError } from "../errors.ts";
import type { Sort } from "./query.ts";

/**
 * A place in a list of results. In date order it is the date and id of an article, so that it holds
 * while other articles come and go. In relevance order it is a rank in one generation of the index.
 */
export type Cursor =
  | {
      readonly order: "newest" | "oldest";
      /** Start of the article's date; null when it has none. */
      readonly startMs: number | null;
      readonly id: string;
    }
  | {
      readonly order: "relevance";
      /** Place in the list, from 0. */
      readonly ordinal: number;
      readonly generation: string;
    };

/** Longest cursor that is read: the longest id, 120 characters of three bytes in Base64, fits. */
export const maxCursorLength = 1_024;

const letters = { newest: "n", oldest: "o", relevance: "r" } as const satisfies Record<
  Sort,
  string
>;

/** A cursor as an opaque string of URL-safe characters. */
export function formatCursor(cursor: Cursor): string {
  const values =
    cursor.order === "relevance"
      ? [cursor.ordinal, cursor.generation]
      : [cursor.startMs, cursor.id];
  const bytes = new TextEncoder().encode(JSON.stringify([letters[cursor.order], ...values]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/**
 * Reads what `formatCursor` wrote.
 *
 * @throws {CursorError} `cursor-invalid` for anything else, and for a cursor of a list in another order.
 */
export function parseCursor(text: string, order: Sort): Cursor {
  const values = text.length > maxCursorLength ? undefined : decode(text);
  if (Array.isArray(values) && values.length === 3 && values[0] === letters[order]) {
    const [, first, second]: readonly unknown[] = values;
    if (order === "relevance") {
      if (Number.isSafeInteger(first) && Number(first) >= 0 && typeof second === "string") {
        return { order, ordinal: Number(first), generation: second };
      }
    } else if ((first === null || Number.isFinite(first)) && typeof second === "string") {
      return { order, startMs: first === null ? null : Number(first), id: second };
    }
  }
  throw new CursorError(
    "cursor-invalid",
    "The cursor was not made for this list; start again without it.",
  );
}

function decode(text: string): unknown {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
