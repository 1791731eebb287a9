import { cleanLine } from "@broadsheet/core/view";
import { emptyRow, flow, flowWithin, moved, rule, type Row } from "../rows/row.ts";
import { layout, paneGap, readerPane, type Pane } from "../state/layout.ts";
import type { State } from "../state/state.ts";
import { words } from "../words/words.ts";
import { emptyList, emptyReason } from "./empty-list.ts";
import { filtersPane } from "./filters-pane.ts";
import { linksRows } from "./links-pane.ts";
import { listPane } from "./list-pane.ts";
import { previewPane } from "./preview-pane.ts";
import { problemsPane } from "./problems-pane.ts";
import { readerRows } from "./reader-pane.ts";
import { searchHint } from "./search-hint.ts";

/** Every row between the head and the foot, from the row under the heavy line on. */
export function bodyRows(state: State): readonly Row[] {
  const { body, footRow, columns } = layout(state);
  const rows: Row[] = Array.from({ length: Math.max(0, footRow - body.row) }, () => emptyRow);
  const put = (row: number, added: Row): void => {
    const before = rows[row - body.row];
    if (before !== undefined) rows[row - body.row] = [...before, ...added];
  };
  if (state.screen === "reader") {
    const { row } = readerPane(state);
    for (const [index, line] of (state.links === undefined
      ? readerRows(state)
      : linksRows(state)
    ).entries())
      put(row + index, line);
  } else if (state.screen === "problems") {
    for (const [index, line] of problemsPane(state).entries()) put(body.row + index, line);
  } else library(state, put);
  const notice = state.status?.notices[0];
  // The row over the foot is empty where there is room for one.
  if (notice !== undefined && body.row + body.rows < footRow) {
    put(footRow - 1, flowWithin(1, columns - 1, [cleanLine(notice), { dim: true }]));
  }
  return rows;
}

function library(state: State, put: (row: number, added: Row) => void): void {
  const { list, filters, preview, rowsPerArticle, hintRow, columns } = layout(state);
  const putPane = (pane: Pane, rows: readonly Row[]): void => {
    for (const [index, row] of rows.slice(0, pane.rows).entries())
      put(pane.row + index, moved(row, pane.column));
  };
  const putLineBefore = (pane: Pane): void => {
    const line = rule(pane.column - paneGap + 1, 1, words.paneRule, { dim: true });
    for (let row = 0; row < pane.rows; row++) put(pane.row + row, line);
  };

  if (hintRow !== undefined) put(hintRow, flow(3, ...searchHint(state, columns - 3)));
  if (filters !== undefined) putPane(filters, filtersPane(state, filters));
  if (list !== undefined) {
    if (list.column > 0) putLineBefore(list);
    putPane(list, emptyList(state, list) ?? listPane(state, list, rowsPerArticle));
  }
  if (preview === undefined) return;
  if (preview.place === "right") putLineBefore(preview);
  else if (emptyReason(state) === undefined)
    put(preview.row - 1, rule(1, preview.columns - 1, words.thinRule, { dim: true }));
  putPane(preview, previewPane(state, preview));
}
