import { Box, Text } from "ink";
import type { ReactElement } from "react";
import { contextOf } from "../commands/commands.ts";
import { helpRows } from "../screens/help-rows.ts";
import { layout } from "../state/layout.ts";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Theme } from "../terminal/theme.ts";
import { useSelected } from "./use-selected.ts";

type Props = { readonly store: Store<State>; readonly theme: Theme };

/** Every key and what it does, beginning with those of the place one came from. */
export function Help({ store, theme }: Props): ReactElement {
  const from = useSelected(store, ({ helpTop: _help, ...state }) => contextOf(state));
  const top = useSelected(store, (state) => state.helpTop ?? 0);
  const rows = useSelected(store, (state) => layout(state).body.rows);
  const columns = useSelected(store, (state) => layout(state).columns);
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      {helpRows(from, columns)
        .slice(top, top + rows)
        .map((row, index) => (
          <Box key={top + index} height={1}>
            <Text wrap="truncate">{theme.line(row)}</Text>
          </Box>
        ))}
    </Box>
  );
}
