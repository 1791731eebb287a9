import type { State } from "../state/state.ts";
import type { CommandName } from "../words/command-words.ts";

/** What a command asks of the program around the screen. */
export type Effect =
  | { readonly type: "quit" | "suspend" | "redraw" | "refresh" }
  /** Open a file of the archive in the reader's editor, at a line from 1. */
  | { readonly type: "edit"; readonly path: string; readonly line?: number }
  /** Put a text into the clipboard of the reader's terminal. */
  | { readonly type: "copy"; readonly text: string };

/** The next state, and what else is to be done. */
export type Step = { readonly state: State; readonly effect?: Effect };

/** Something that a key does. */
export type Command = {
  /** Its title and its short name are in the table of words under this name. */
  readonly name: CommandName;
  /** Names of keys (see `Key`); the first is the one that the foot shows. */
  readonly keys: readonly string[];
  /** Whether the foot has it, when there is room: commands that matter here, most wanted first. */
  readonly isInFoot?: boolean | ((state: State) => boolean);
  /** Whether it narrows the list: then the empty search line has it, and the foot only when that is not empty. */
  readonly narrows?: true;
  /** Whether what the command works on is at hand; until then it waits, and the keys after it. */
  readonly isReady?: (state: State) => boolean;
  readonly run: (state: State) => Step;
};

/** A command that only changes the state. */
export function changing(change: (state: State) => State): Command["run"] {
  return (state) => ({ state: change(state) });
}
