import { rule } from "../rows/row.ts";
import { barRow, type Bar } from "../screens/bar.ts";
import { bodyRows } from "../screens/body.ts";
import { findLine, foot } from "../screens/foot.ts";
import { masthead } from "../screens/masthead.ts";
import { searchLine } from "../screens/search-line.ts";
import { articlesInView, layout } from "../state/layout.ts";
import { hasRows } from "../state/list-view.ts";
import { isTypingSearch } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import type { Frame } from "../terminal/screen-painter.ts";
import type { Theme } from "../terminal/theme.ts";
import { words } from "../words/words.ts";

/** The whole screen: head and foot, and between them the panes, or the lines of a dialog in their place. */
export function drawScreen(state: State, theme: Theme, dialogLines?: readonly string[]): Frame {
  const { footRow, searchRow, columns, body } = layout(state);
  const between = dialogLines ?? bodyRows(state).map(theme.row);
  const line = (bar: Bar): string => theme.row(barRow(bar, columns));
  const rows = Array.from({ length: state.size.rows }, (_, row) => {
    if (row === footRow) return line(foot(state, columns));
    if (row === 0) return line(masthead(state, columns));
    if (row < body.row) return theme.row(rule(0, columns, words.heavyRule, {}));
    if (row === searchRow && state.screen === "library" && dialogLines === undefined)
      return line(searchLine(state, columns));
    return between[row - body.row] ?? "";
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
