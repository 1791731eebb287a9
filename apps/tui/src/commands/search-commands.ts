import { cleanText, maxQueryLength } from "@broadsheet/core/view";
import { proposal, withProposal } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import * as field from "../state/text-field.ts";
import { changing, type Command } from "./command.ts";
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

const editing = (edit: (search: field.TextField) => field.TextField): Command["run"] =>
  changing((state) => searchedFor(state, edit(state.search)));

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
  { name: "erase", keys: ["backspace"], run: editing(field.eraseCharacter) },
  { name: "delete", keys: ["delete", "ctrl+d"], run: editing(field.deleteCharacter) },
  { name: "eraseWord", keys: ["ctrl+w", "alt+backspace"], run: editing(field.eraseWord) },
  { name: "eraseLine", keys: ["ctrl+u"], run: editing(field.eraseToStart) },
  { name: "left", keys: ["left", "ctrl+b"], run: editing(field.left) },
  { name: "right", keys: ["right", "ctrl+f"], run: editing(field.right) },
  { name: "wordLeft", keys: ["ctrl+left", "alt+left", "alt+b"], run: editing(field.wordLeft) },
  { name: "wordRight", keys: ["ctrl+right", "alt+right", "alt+f"], run: editing(field.wordRight) },
  { name: "lineStart", keys: ["home", "ctrl+a"], run: editing(field.toStart) },
  { name: "lineEnd", keys: ["end", "ctrl+e"], run: editing(field.toEnd) },
];
