import type { State } from "../state/state.ts";
import type { Command } from "./command.ts";
import { filterCommands } from "./filter-commands.ts";
import { findCommands, foundCommands } from "./find-commands.ts";
import { helpCommands } from "./help-commands.ts";
import { linkCommands } from "./link-commands.ts";
import { listCommands } from "./list-commands.ts";
import { problemCommands } from "./problem-commands.ts";
import { programCommands, programCommandsWhileTyping } from "./program-commands.ts";
import { readerCommands } from "./reader-commands.ts";
import { searchCommands } from "./search-commands.ts";

/** What the keys go to. */
export type Context =
  | "list"
  | "search"
  | "filters"
  | "reader"
  | "found"
  | "find"
  | "links"
  | "problems"
  | "help";

/**
 * Every command and every key there is: keys are looked up here, and the foot, the help and the manual
 * are made from it.
 */
export const commands: { readonly [context in Context]: readonly Command[] } = {
  list: [...listCommands, ...programCommands],
  search: [...searchCommands, ...programCommandsWhileTyping],
  filters: [...filterCommands, ...programCommands],
  reader: [...readerCommands, ...programCommands],
  found: [...foundCommands, ...programCommands],
  find: [...findCommands, ...programCommandsWhileTyping],
  links: [...linkCommands, ...programCommands],
  problems: [...problemCommands, ...programCommands],
  help: [...helpCommands, ...programCommands.filter(({ name }) => name !== "help")],
};

/** What the keys go to now. */
export function contextOf({ helpTop, screen, focus, links, find }: State): Context {
  if (helpTop !== undefined) return "help";
  if (screen === "reader" && links !== undefined) return "links";
  if (screen === "reader" && find !== undefined) return find.isTyping ? "find" : "found";
  return screen === "library" ? focus : screen;
}
