import { emptyReason } from "../screens/empty-list.ts";
import { isNarrowed } from "../state/wanted-query.ts";
import { changing, type Command } from "./command.ts";

const help: Command = {
  name: "help",
  keys: ["?", "f1"],
  isInFoot: true,
  run: changing((state) => ({ ...state, helpTop: 0 })),
};

/** What works wherever keys are no text. */
export const programCommands: readonly Command[] = [
  help,
  {
    name: "refresh",
    keys: ["r", "f5"],
    // Where something failed or nothing is there it is the way on.
    isInFoot: (state) => emptyReason(state) !== undefined && !isNarrowed(state),
    run: (state) => ({ state: { ...state, failures: {} }, effect: { type: "refresh" } }),
  },
  { name: "redraw", keys: ["ctrl+l"], run: (state) => ({ state, effect: { type: "redraw" } }) },
  { name: "suspend", keys: ["ctrl+z"], run: (state) => ({ state, effect: { type: "suspend" } }) },
  { name: "stop", keys: ["ctrl+c"], run: (state) => ({ state, effect: { type: "quit" } }) },
];

/** The same where keys are text: without the letters. */
export const programCommandsWhileTyping: readonly Command[] = programCommands.map((command) => ({
  ...command,
  keys: command.keys.filter((key) => key.length > 1),
}));
