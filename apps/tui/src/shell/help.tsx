import { cutText } from "@broadsheet/core/view";
import { Box, Text } from "ink";
import type { ReactElement } from "react";
import { contextOf } from "../commands/commands.ts";
import { helpLines, type HelpLine } from "../commands/help-lines.ts";
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

/** Columns for the keys, before what they do. */
const keyColumns = 26;

/** Every key and what it does, beginning with those of the place one came from. */
export function Help({ store, theme, rows, columns }: Props): ReactElement {
  const from = useSelected(store, ({ helpTop: _help, ...state }) => contextOf(state));
  const top = useSelected(store, (state) => state.helpTop ?? 0);
  const keyRoom = Math.min(keyColumns, Math.floor(columns / 2) - 2);
  return (
    <Box flexDirection="column" height={rows} paddingLeft={1}>
      {helpLines(from)
        .slice(top, top + rows)
        .map((line, index) => (
          <Line
            key={top + index}
            line={line}
            theme={theme}
            keyRoom={keyRoom}
            columns={columns - 1}
          />
        ))}
    </Box>
  );
}

type LineProps = {
  readonly line: HelpLine;
  readonly theme: Theme;
  readonly keyRoom: number;
  readonly columns: number;
};

function Line({ line, theme, keyRoom, columns }: LineProps): ReactElement {
  switch (line.type) {
    case "space":
      return <Box height={1} />;
    case "title":
      return (
        <Box height={1}>
          <Text>{theme.text(cutText(line.text, columns), { bold: true })}</Text>
        </Box>
      );
    case "entry":
      return (
        <Box height={1}>
          <Box width={keyRoom + 2}>
            <Text>{cutText(line.keys, keyRoom)}</Text>
          </Box>
          <Text>{theme.text(cutText(line.text, columns - keyRoom - 2), { dim: true })}</Text>
        </Box>
      );
  }
}
