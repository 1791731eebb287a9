import { cleanText, maxQueryLength } from "@broadsheet/core/view";
import { proposal, withProposal } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import * as field from "../state/text-field.ts";
import { changing, type Command } from "./command.ts";
import { editCommands } from "./edit-commands.ts";
import { moveCommands } from "./list-commands.ts";

/** The state with another text in the search box; results begin at the first. */
export function searchedFor(state: State, search: field.TextField): State {
  const isSame = search.text === state.search.text;
  return { ...state, search, list: isSame ? state.list : { ...state.list, onAnswer: "start" } };
}

/** Text typed or pasted at the cursor, on one line and without anything that steers a terminal. */
export function typedInto(state: State, text: string): State {
  const clean = cleanText(text).replaceAll(/[\n\t]+/g, " ");
  return searchedFor(state, field.insert(state.search, clean, maxQueryLength));
}

/** The search with what is proposed in its place; without a proposal the search is done. */
function accepted(state: State): State {
  const proposed = proposal(state);
  return proposed === undefined
    ? { ...state, focus: "list" }
    : searchedFor(state, withProposal(state.search, proposed));
}

/** Whether a key that moves in the list has no meaning for the text. */
const isNoEditing = (key: string): boolean =>
  key.length > 1 && !["space", "ctrl+b", "ctrl+f"].includes(key);

export const searchCommands: readonly Command[] = [
  {
    name: "searchDone",
    keys: ["enter"],
    isInFoot: true,
    run: changing((state) => ({ ...state, focus: "list" })),
  },
  {
    name: "accept",
    keys: ["tab"],
    isInFoot: (state) => proposal(state) !== undefined,
    run: changing(accepted),
  },
  {
    name: "searchClear",
    keys: ["escape"],
    isInFoot: true,
    run: changing((state) => ({
      ...state,
      focus: "list",
      search: field.emptyField,
      list: { ...state.list, onAnswer: "selection" },
    })),
  },
  ...moveCommands.map((command) => ({ ...command, keys: command.keys.filter(isNoEditing) })),
  ...editCommands((state, edit) => searchedFor(state, edit(state.search))),
];
