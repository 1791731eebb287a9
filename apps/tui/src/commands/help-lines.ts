import { searchFields } from "@broadsheet/core/view";
import type { Command } from "./command.ts";
import { commands, type Context } from "./commands.ts";
import { programCommands } from "./program-commands.ts";
import { commandWords, keyWord } from "../words/command-words.ts";
import { words } from "../words/words.ts";

/** A line of the help: a title, a key (or several) with what it does, or an empty line. */
export type HelpLine =
  | { readonly type: "title"; readonly text: string }
  | { readonly type: "entry"; readonly keys: string; readonly text: string }
  | { readonly type: "space" };

/** Where one was when one asked comes first. */
const order: readonly Context[] = [
  "list",
  "reader",
  "find",
  "found",
  "links",
  "search",
  "filters",
  "problems",
];

/** All keys of the table, by where they work, and how searches are written. */
export function helpLines(from: Context): readonly HelpLine[] {
  const contexts = [from, ...order.filter((context) => context !== from)].filter(
    (context) => context !== "help",
  );
  const everywhere = new Set<string>(programCommands.map(({ name }) => name));
  return [
    ...contexts.flatMap((context) => [
      title(words.contexts[context]),
      ...commands[context].filter(({ name }) => !everywhere.has(name)).map(commandEntry),
      space,
    ]),
    title(words.everywhere),
    ...programCommands.map(commandEntry),
    space,
    title(words.searchSyntax),
    ...words.searchExamples.map(([typed, meaning]) => entry(typed, meaning)),
    ...searchFields.map(({ example, description }) => entry(example, description)),
  ];
}

function commandEntry({ name, keys }: Command): HelpLine {
  return entry(keys.map(keyWord).join("  "), commandWords[name].title);
}

const space: HelpLine = { type: "space" };

function title(text: string): HelpLine {
  return { type: "title", text };
}

function entry(keys: string, text: string): HelpLine {
  return { type: "entry", keys, text };
}
