import { printOf } from "../reading/kept-part.ts";
import { readerPane } from "./layout.ts";
import { readerLines } from "./reader-view.ts";
import type { State } from "./state.ts";

/** A place in an article. */
export type Place = {
  /** The part that stands at the top, 0 for the head, then the blocks. */
  readonly part: number;
  /** How far into that part, from 0 to 1: so the place is found again in any width. */
  readonly into: number;
  /** The print of its block, by which it is found again when others have come before it. Absent for the head. */
  readonly print?: number;
};

/** How far an article has been read. */
export type Mark = Place & {
  /** Whether its end has been seen. */
  readonly isRead: boolean;
};

/** What is known of the articles that have been opened, by their ids. */
export type Marks = {
  readonly byId: ReadonlyMap<string, Mark>;
  /** The article whose mark was set last. Absent while none was. */
  readonly last?: string;
};

export const noMarks: Marks = { byId: new Map() };

/** The place in the article that is being read; undefined while none is at hand. */
export function placeNow(state: State): Place | undefined {
  const lines = readerLines(state);
  if (state.reader === undefined || lines === undefined) return undefined;
  const { top } = state.reader;
  const part = lines.partAt(top);
  const start = lines.startOf(part);
  const into = (top - start) / Math.max(1, lines.startOf(part + 1) - start);
  const block = state.reader.found?.article.blocks[part - 1];
  return block === undefined ? { part, into } : { part, into, print: printOf(block) };
}

/** The mark of the article that is being read; undefined while none is at hand. */
function markNow(state: State): Mark | undefined {
  const lines = readerLines(state);
  const place = placeNow(state);
  if (state.reader === undefined || lines === undefined || place === undefined) return undefined;
  const { top, id } = state.reader;
  const end = top + readerPane(state).rows;
  const isAtEnd = lines.rowsTo(end + 1).length <= end;
  const isRead = isAtEnd || state.marks.byId.get(id)?.isRead === true;
  // Whoever has come to the end begins again at the start.
  return isAtEnd ? { isRead, part: 0, into: 0 } : { isRead, ...place };
}

/** The state with the place kept at which the article that is being read is left. */
export function marked(state: State): State {
  const mark = markNow(state);
  if (mark === undefined || state.reader === undefined) return state;
  const { id } = state.reader;
  const before = state.marks.byId.get(id);
  const isSame =
    before?.isRead === mark.isRead &&
    before.part === mark.part &&
    before.into === mark.into &&
    before.print === mark.print;
  if (isSame) return state;
  return { ...state, marks: { byId: new Map(state.marks.byId).set(id, mark), last: id } };
}
