import type { Key } from "../terminal/key.ts";
import { helpRows } from "../screens/help-rows.ts";
import { layout } from "../state/layout.ts";
import { areLeadsAtHand } from "../state/link-list.ts";
import { marked } from "../state/marks.ts";
import type { State } from "../state/state.ts";
import type { Command, Step } from "./command.ts";
import { commands, contextOf } from "./commands.ts";
import { typedIntoFind } from "./find-commands.ts";
import { typedDigit } from "./link-commands.ts";
import { isAtHand } from "./reader-commands.ts";
import { typedInto } from "./search-commands.ts";

/** What a key does now; `wait` when what it works on is still to come. */
export function pressKey(before: State, key: Key): Step | "wait" {
  // What was said of the last key is over.
  const state = saidNothing(before);
  // A link is followed first, or given up.
  if (state.following !== undefined && key.name !== "ctrl+c") return "wait";
  const { begun, ...rest } = state;
  if (begun !== undefined && key.name !== "ctrl+c") return ended(rest, `${begun.keys} ${key.name}`);
  if (commandsAfter(state, key.name).length > 0)
    return { state: { ...state, begun: { keys: key.name, isShown: false } } };
  const command = commandFor(state, key.name);
  if (command !== undefined)
    return command.isReady?.(state) === false
      ? "wait"
      : withinHelp(leavingMarked(state, command.run(state)));
  if (contextOf(state) === "search" && key.text !== undefined)
    return { state: typedInto(state, key.text) };
  if (contextOf(state) === "find" && key.text !== undefined)
    return isAtHand(state) ? { state: typedIntoFind(state, key.text) } : "wait";
  if (contextOf(state) === "links" && key.text !== undefined)
    return areLeadsAtHand(state) ? { state: typedDigit(state, key.text) } : "wait";
  return { state };
}

/** The command of some keys one after the other; where there is none they mean nothing. */
function ended(state: State, keys: string): Step | "wait" {
  const command = commandFor(state, keys);
  if (command === undefined) return { state };
  return command.isReady?.(state) === false ? "wait" : command.run(state);
}

/** The commands whose keys begin with these. */
export function commandsAfter(state: State, keys: string): readonly Command[] {
  return commands[contextOf(state)].filter((command) =>
    command.keys.some((each) => each.startsWith(`${keys} `)),
  );
}

function saidNothing(state: State): State {
  if (state.said === undefined) return state;
  const { said: _over, ...rest } = state;
  return rest;
}

/** An article that a key leaves keeps its place. */
function leavingMarked(before: State, step: Step): Step {
  const isLeft =
    before.screen === "reader" &&
    (step.state.screen !== "reader" || step.state.reader?.id !== before.reader?.id);
  return isLeft ? { ...step, state: { ...step.state, marks: marked(before).marks } } : step;
}

/** The help scrolled no further than to its end. */
function withinHelp({ state, ...rest }: Step): Step {
  const { helpTop, ...under } = state;
  if (helpTop === undefined) return { state, ...rest };
  const { body } = layout(state);
  const last = Math.max(0, helpRows(contextOf(under), body.columns).length - body.rows);
  return { state: { ...state, helpTop: Math.min(helpTop, last) }, ...rest };
}

/** Text pasted: it is typed where text is typed, and means nothing elsewhere. */
export function paste(state: State, text: string): State {
  const context = contextOf(state);
  if (context === "find") return typedIntoFind(state, text);
  return context === "search" ? typedInto(state, text) : state;
}

/**
 * Escape and a key pressed at once cannot be told from Alt and that key. Where Alt means nothing they
 * were two keys.
 */
export function keysMeant(state: State, key: Key): readonly Key[] {
  if (!key.name.startsWith("alt+") || commandFor(state, key.name) !== undefined) return [key];
  const name = key.name.slice("alt+".length);
  const isText = Array.from(name).length === 1 || !/^[a-z+\d]+$/.test(name);
  return [
    { name: "escape" },
    isText ? { name, text: name } : name === "space" ? { name, text: " " } : { name },
  ];
}

function commandFor(state: State, name: string): Command | undefined {
  return commands[contextOf(state)].find(({ keys }) => keys.includes(name));
}
