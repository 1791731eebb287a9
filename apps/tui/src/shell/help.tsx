import { displayWidth } from "@broadsheet/core/view";
import { Box, Text } from "ink";
import type { ReactElement } from "react";
import { contextOf } from "../commands/commands.ts";
import type { Row } from "../rows/row.ts";
import { helpRows } from "../screens/help-rows.ts";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Theme } from "../terminal/theme.ts";
import { useSelected } from "./use-selected.ts";

type Props = {
  readonly store: Store<State>;
  readonly theme: Theme;
  readonly rows: number;
  readonly columns: number;
};

/** Every key and what it does, beginning with those of the place one came from. */
export function Help({ store, theme, rows, columns }: Props): ReactElement {
  const from = useSelected(store, ({ helpTop: _help, ...state }) => contextOf(state));
  const top = useSelected(store, (state) => state.helpTop ?? 0);
  return (
    <Box flexDirection="column" height={rows}>
      {helpRows(from, columns)
        .slice(top, top + rows)
        .map((row, index) => (
          <Box key={top + index} height={1}>
            <Text wrap="truncate">{rowOfText(row, theme)}</Text>
          </Box>
        ))}
    </Box>
  );
}

/** A row with spaces between its pieces: Ink knows no columns. */
function rowOfText(row: Row, theme: Theme): string {
  let text = "";
  let end = 0;
  for (const span of row) {
    text += " ".repeat(Math.max(0, span.column - end)) + theme.text(span.text, span.tone);
    end = span.column + displayWidth(span.text);
  }
  return text;
}
