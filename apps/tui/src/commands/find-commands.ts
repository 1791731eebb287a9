import { cleanText, maxQueryLength } from "@broadsheet/core/view";
import { foundFor, withoutFind } from "../state/find-view.ts";
import type { State } from "../state/state.ts";
import * as field from "../state/text-field.ts";
import { changing, type Command } from "./command.ts";
import { editCommands } from "./edit-commands.ts";
import { isAtHand, readerCommands } from "./reader-commands.ts";

/** Text typed or pasted into what is looked for in the article. */
export function typedIntoFind(state: State, text: string): State {
  if (state.find === undefined) return state;
  const clean = cleanText(text).replaceAll(/[\n\t]+/g, " ");
  return foundFor(state, field.insert(state.find.field, clean, maxQueryLength));
}

function done(state: State): State {
  if (state.find === undefined || state.find.field.text.trim() === "") return withoutFind(state);
  return { ...state, find: { ...state.find, isTyping: false } };
}

const findClear: Command = {
  name: "findClear",
  keys: ["escape"],
  isInFoot: true,
  run: changing(withoutFind),
};

/** While one types what is looked for. */
export const findCommands: readonly Command[] = [
  {
    name: "findDone",
    keys: ["enter", "tab"],
    isInFoot: true,
    isReady: isAtHand,
    run: changing(done),
  },
  findClear,
  ...editCommands((state, edit) =>
    state.find === undefined ? state : foundFor(state, edit(state.find.field)),
  ),
];

/** Keys that mean something else while something is looked for. */
const otherKeys: { readonly [name in Command["name"]]?: readonly string[] } = {
  back: ["q", "f10"],
  next: ["right"],
  nextMatch: ["n", "m", "f9"],
  lastMatch: ["N", "M", "shift+f9"],
};

/** While one reads an article in which something is looked for. */
export const foundCommands: readonly Command[] = [
  ...readerCommands
    .map((command) => ({
      ...command,
      keys: otherKeys[command.name] ?? command.keys,
      isInFoot: command.name === "nextMatch",
    }))
    .toSorted((a, b) => Number(b.isInFoot) - Number(a.isInFoot)),
  findClear,
];
