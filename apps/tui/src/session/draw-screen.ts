import { barRow } from "../screens/bar.ts";
import { bodyRows } from "../screens/body.ts";
import { findLine, foot } from "../screens/foot.ts";
import { searchLine } from "../screens/search-line.ts";
import { articlesInView, layout } from "../state/layout.ts";
import { hasRows } from "../state/list-view.ts";
import { isTypingSearch } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import type { Frame } from "../terminal/screen-painter.ts";
import type { Theme } from "../terminal/theme.ts";

/** The whole screen: the lines of the shell at the head, the foot, and the panes between them. */
export function drawScreen(state: State, shellLines: readonly string[], theme: Theme): Frame {
  const { footRow, searchRow, columns, body } = layout(state);
  const panes = state.helpTop === undefined ? bodyRows(state) : [];
  const rows = Array.from({ length: state.size.rows }, (_, row) => {
    if (row === footRow) return theme.row(barRow(foot(state, columns), columns));
    return shellLines[row] ?? theme.row(panes[row - body.row] ?? []);
  });
  const found = findLine(state, columns)?.cursor;
  if (found !== undefined) return { rows, cursor: { row: footRow, column: found } };
  const column = isTypingSearch(state) ? searchLine(state, columns).cursor : undefined;
  return column === undefined ? { rows } : { rows, cursor: { row: searchRow, column } };
}

/** Whether something in view is still to come, so that a frame drawn now would have holes. */
export function hasHoles(state: State): boolean {
  const { list, reader } = state;
  if (state.screen === "reader") {
    return (
      reader?.found === undefined &&
      reader?.isMissing === false &&
      state.failures.article === undefined
    );
  }
  if (state.failures.list !== undefined) return false;
  return list.key === "" || !hasRows(list, list.top, list.top + articlesInView(state));
}
