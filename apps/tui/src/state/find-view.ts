import type { Row } from "../rows/row.ts";
import { readerPane } from "./layout.ts";
import { readerLines, scrolledTo } from "./reader-view.ts";
import type { State } from "./state.ts";
import { emptyField, type TextField } from "./text-field.ts";
import { words } from "../words/words.ts";

/** A text that is looked for in the article that is read. */
export type Find = {
  readonly field: TextField;
  readonly isTyping: boolean;
  /** The first line in view when it was begun; there the looking begins. */
  readonly from: number;
};

/** A find begun, in place of one before. */
export function withFind(state: State): State {
  return { ...state, find: { field: emptyField, isTyping: true, from: state.reader?.top ?? 0 } };
}

/** Nothing looked for any more. */
export function withoutFind({ find: _over, ...state }: State): State {
  return state;
}

/** Another text looked for: the first place from where it was begun comes into view, if there is one. */
export function foundFor(before: State, field: TextField): State {
  if (before.find === undefined) return before;
  const { from } = before.find;
  const state: State = { ...before, find: { ...before.find, field } };
  if (field.text.trim() === "") return scrolledTo(state, from);
  const row = firstMatch(state, from) ?? firstMatch(state, 0);
  if (row === undefined) return { ...scrolledTo(state, from), said: words.notInArticle };
  const { rows } = readerPane(state);
  return scrolledTo(state, row < from + rows && row >= from ? from : row - Math.floor(rows / 3));
}

/** The first row from one on that has something marked. */
function firstMatch(state: State, from: number): number | undefined {
  const lines = readerLines(state);
  if (lines === undefined) return undefined;
  const rowAt = (row: number): Row | undefined => lines.rowsTo(row + 1)[row];
  for (let row = from, spans = rowAt(row); spans !== undefined; spans = rowAt(++row))
    if (spans.some(({ tone }) => tone.match === true)) return row;
  return undefined;
}
