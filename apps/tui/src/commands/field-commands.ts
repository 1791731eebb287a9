import { atField, filterFields, type FilterRowField } from "../state/filter-rows.ts";
import type { CommandName } from "../words/command-words.ts";
import { changing, type Command } from "./command.ts";

const names = {
  section: { name: "sections", letter: "s" },
  lang: { name: "languages", letter: "l" },
  year: { name: "years", letter: "y" },
  month: { name: "months", letter: "m" },
} as const satisfies Record<FilterRowField, { name: CommandName; letter: string }>;

/** To the filters of one field at once: `f` and its letter, or Alt and its place. */
export const fieldCommands: readonly Command[] = filterFields.map((field, index) => ({
  name: names[field].name,
  keys: [`f ${names[field].letter}`, `alt+${index + 1}`],
  run: changing((state) => atField({ ...state, focus: "filters" }, field)),
}));
