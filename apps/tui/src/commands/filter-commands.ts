import { filterRows, toggled } from "../state/filter-rows.ts";
import type { State } from "../state/state.ts";
import { isNarrowed } from "../state/wanted-query.ts";
import { changing, type Command } from "./command.ts";
import { fieldCommands } from "./field-commands.ts";
import { widened } from "./list-commands.ts";

function movedTo(state: State, row: number): State {
  return { ...state, filterRow: Math.max(0, Math.min(row, filterRows(state).length - 1)) };
}

const areAtHand = (state: State): boolean =>
  state.facets !== undefined || state.failures.facets !== undefined;

export const filterCommands: readonly Command[] = [
  {
    name: "choose",
    keys: ["enter", "space"],
    isInFoot: true,
    isReady: areAtHand,
    run: changing(toggled),
  },
  {
    name: "filtersDone",
    keys: ["tab", "escape", "q", "1"],
    isInFoot: true,
    run: changing((state) => ({ ...state, focus: "list" })),
  },
  {
    name: "widen",
    keys: ["backspace", "delete"],
    isInFoot: isNarrowed,
    run: changing(widened),
  },
  {
    name: "down",
    keys: ["j", "down", "ctrl+n"],
    isReady: areAtHand,
    run: changing((state) => movedTo(state, state.filterRow + 1)),
  },
  {
    name: "up",
    keys: ["k", "up", "ctrl+p"],
    isReady: areAtHand,
    run: changing((state) => movedTo(state, state.filterRow - 1)),
  },
  {
    name: "first",
    keys: ["g", "home"],
    isReady: areAtHand,
    run: changing((state) => movedTo(state, 0)),
  },
  {
    name: "last",
    keys: ["G", "end"],
    isReady: areAtHand,
    run: changing((state) => movedTo(state, Number.MAX_SAFE_INTEGER)),
  },
  ...fieldCommands,
  {
    name: "search",
    keys: ["/", "f3"],
    run: changing((state) => ({ ...state, focus: "search" })),
  },
];
