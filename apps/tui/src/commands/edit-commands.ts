import type { State } from "../state/state.ts";
import * as field from "../state/text-field.ts";
import { changing, type Command } from "./command.ts";

/** What a key does to a text that is being typed. */
type Edit = (before: field.TextField) => field.TextField;

/** The keys that edit a line of text, wherever one is typed. */
export function editCommands(apply: (state: State, edit: Edit) => State): readonly Command[] {
  const editing = (edit: Edit): Command["run"] => changing((state) => apply(state, edit));
  return [
    { name: "erase", keys: ["backspace"], run: editing(field.eraseCharacter) },
    { name: "delete", keys: ["delete", "ctrl+d"], run: editing(field.deleteCharacter) },
    { name: "eraseWord", keys: ["ctrl+w", "alt+backspace"], run: editing(field.eraseWord) },
    { name: "eraseLine", keys: ["ctrl+u"], run: editing(field.eraseToStart) },
    { name: "left", keys: ["left", "ctrl+b"], run: editing(field.left) },
    { name: "right", keys: ["right", "ctrl+f"], run: editing(field.right) },
    { name: "wordLeft", keys: ["ctrl+left", "alt+left", "alt+b"], run: editing(field.wordLeft) },
    {
      name: "wordRight",
      keys: ["ctrl+right", "alt+right", "alt+f"],
      run: editing(field.wordRight),
    },
    { name: "lineStart", keys: ["home", "ctrl+a"], run: editing(field.toStart) },
    { name: "lineEnd", keys: ["end", "ctrl+e"], run: editing(field.toEnd) },
  ];
}
