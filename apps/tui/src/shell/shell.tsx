import { Box, Text } from "ink";
import type { ReactElement } from "react";
import { contextOf } from "../commands/commands.ts";
import { masthead } from "../screens/masthead.ts";
import { searchLine } from "../screens/search-line.ts";
import type { Bar } from "../screens/bar.ts";
import { layout } from "../state/layout.ts";
import type { State } from "../state/state.ts";
import type { Store } from "../state/store.ts";
import type { Theme } from "../terminal/theme.ts";
import { words } from "../words/words.ts";
import { Help } from "./help.tsx";
import { useSelected } from "./use-selected.ts";

type Shared = { readonly store: Store<State>; readonly theme: Theme };

/**
 * What stands over the panes: the masthead and the search line, and the help in their place. The foot is
 * painted with the panes, since it changes with every move.
 */
export function Shell({ store, theme }: Shared): ReactElement {
  const context = useSelected(store, contextOf);
  const columns = useSelected(store, (state) => layout(state).columns);
  const rows = useSelected(store, (state) => layout(state).body.rows);
  const isLibrary = useSelected(store, ({ screen }) => screen === "library");
  return (
    <Box flexDirection="column" width={columns}>
      <BarLine store={store} theme={theme} bar={masthead} />
      <Box height={1}>
        <Text>{theme.text(words.heavyRule.repeat(columns), {})}</Text>
      </Box>
      {context === "help" ? (
        <Help store={store} theme={theme} rows={rows} columns={columns} />
      ) : (
        isLibrary && <BarLine store={store} theme={theme} bar={searchLine} />
      )}
    </Box>
  );
}

type BarLineProps = Shared & { readonly bar: (state: State, columns: number) => Bar };

function BarLine({ store, theme, bar }: BarLineProps): ReactElement {
  const styled = (side: keyof Bar) => (state: State) => {
    const pieces = bar(state, layout(state).columns)[side];
    return pieces.map(([text, tone = {}]) => theme.text(text, tone)).join("");
  };
  const left = useSelected(store, styled("left"));
  const right = useSelected(store, styled("right"));
  return (
    <Box height={1} justifyContent="space-between">
      <Text wrap="truncate">{left}</Text>
      <Text wrap="truncate">{right}</Text>
    </Box>
  );
}
