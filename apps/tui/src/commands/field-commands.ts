import { atField, filterFields, filterRows, type FilterRowField } from "../state/filter-rows.ts";
import type { CommandName } from "../words/command-words.ts";
import type { State } from "../state/state.ts";
import { words } from "../words/words.ts";
import { changing, type Command } from "./command.ts";

const names = {
  section: { name: "sections", letter: "s" },
  lang: { name: "languages", letter: "l" },
  year: { name: "years", letter: "y" },
  month: { name: "months", letter: "m" },
} as const satisfies Record<FilterRowField, { name: CommandName; letter: string }>;

/** The cursor on the first filter of a field; where there is none that is said. */
function toField(state: State, field: FilterRowField): State {
  const isNone =
    state.facets !== undefined && filterRows(state).every((row) => row.field !== field);
  return isNone ? { ...state, said: words.noFilterOf[field] } : atField(state, field);
}

/** To the filters of one field at once: `f` and its letter, or Alt and its place. */
export const fieldCommands: readonly Command[] = filterFields.map((field, index) => ({
  name: names[field].name,
  keys: [`f ${names[field].letter}`, `alt+${index + 1}`],
  // Among many filters this is the way to those out of view: to a year, then to its months.
  isInFoot: ({ focus, filters }) =>
    focus === "filters" && field === (filters.year.length === 0 ? "year" : "month"),
  run: changing((state) => toField({ ...state, focus: "filters" }, field)),
}));
