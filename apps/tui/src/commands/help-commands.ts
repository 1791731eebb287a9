import { layout } from "../state/layout.ts";
import type { State } from "../state/state.ts";
import { changing, type Command } from "./command.ts";

/** A screen less one row, so that one row is seen again. */
const page = (state: State): number => Math.max(1, layout(state).body.rows - 1);

/** The help closed. */
function closed({ helpTop: _before, ...state }: State): State {
  return state;
}

function scrolledBy(state: State, lines: number): State {
  return { ...state, helpTop: Math.max(0, (state.helpTop ?? 0) + lines) };
}

export const helpCommands: readonly Command[] = [
  {
    name: "helpDone",
    keys: ["escape", "?", "q", "enter", "f1", "f10"],
    isInFoot: true,
    run: changing(closed),
  },
  {
    name: "lineDown",
    keys: ["down", "j"],
    isInFoot: true,
    run: changing((state) => scrolledBy(state, 1)),
  },
  { name: "lineUp", keys: ["k", "up"], run: changing((state) => scrolledBy(state, -1)) },
  {
    name: "pageDown",
    keys: ["space", "pagedown"],
    isInFoot: true,
    run: changing((state) => scrolledBy(state, page(state))),
  },
  {
    name: "pageUp",
    keys: ["b", "pageup"],
    run: changing((state) => scrolledBy(state, -page(state))),
  },
];
