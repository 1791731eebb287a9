import { readerLines, scrolledTo } from "./reader-view.ts";
import type { State } from "./state.ts";

/** What can be said of a row. */
const spoken = /[\p{L}\p{N}]/u;

/**
 * The article with a whole passage at the top: its head, or a row with words in it. Where there is none, the
 * next one in the direction of reading is taken, or the last one before.
 */
export function atPassage(state: State, direction: 1 | -1): State {
  const lines = readerLines(state);
  if (state.reader === undefined || lines === undefined) return state;
  const { top } = state.reader;
  const text = lines.startOf(1);
  const isPassage = (row: number): boolean =>
    row === 0 ||
    (row >= text && lines.rowsTo(row + 1)[row]?.some((span) => spoken.test(span.text)) === true);
  let row = top;
  while (!isPassage(row) && row < lines.rowsTo(row + 1).length) row += direction;
  while (!isPassage(row)) row--;
  return row === top ? state : scrolledTo(state, row);
}
