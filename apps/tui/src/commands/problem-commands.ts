import { problemParts, selectedProblem, selectProblem } from "../state/problems-view.ts";
import type { State } from "../state/state.ts";
import { changing, type Command } from "./command.ts";

function movedBy(state: State, problems: number): State {
  return selectProblem(state, (state.problems?.selected ?? 0) + problems);
}

const page = (state: State): number => Math.max(1, problemParts(state).list - 1);

const areAtHand = (state: State): boolean =>
  state.problems !== undefined || state.failures.problems !== undefined;

export const problemCommands: readonly Command[] = [
  {
    name: "edit",
    keys: ["enter", "e", "f7"],
    isInFoot: (state) => selectedProblem(state) !== undefined,
    isReady: areAtHand,
    run(state) {
      const problem = selectedProblem(state);
      if (problem === undefined) return { state };
      const { path, line } = problem;
      return { state, effect: { type: "edit", path, ...(line === undefined ? {} : { line }) } };
    },
  },
  {
    name: "back",
    keys: ["escape", "q", "backspace", "f10"],
    isInFoot: true,
    run: changing((state) => ({ ...state, screen: "library", focus: "list" })),
  },
  {
    name: "down",
    keys: ["j", "down", "ctrl+n"],
    isReady: areAtHand,
    run: changing((state) => movedBy(state, 1)),
  },
  {
    name: "up",
    keys: ["k", "up", "ctrl+p"],
    isReady: areAtHand,
    run: changing((state) => movedBy(state, -1)),
  },
  {
    name: "pageDown",
    keys: ["space", "pagedown", "ctrl+f"],
    isReady: areAtHand,
    run: changing((state) => movedBy(state, page(state))),
  },
  {
    name: "pageUp",
    keys: ["b", "pageup", "ctrl+b"],
    isReady: areAtHand,
    run: changing((state) => movedBy(state, -page(state))),
  },
  {
    name: "first",
    keys: ["g", "home"],
    isReady: areAtHand,
    run: changing((state) => selectProblem(state, 0)),
  },
  {
    name: "last",
    keys: ["G", "end"],
    isReady: areAtHand,
    run: changing((state) => selectProblem(state, Infinity)),
  },
];
