/**
 * A key as it was pressed. Its name is the character it writes (`j`, `G`, `ស`), or a word for the others:
 * `enter`, `escape`, `tab`, `space`, `backspace`, `delete`, `insert`, `up`, `down`, `left`, `right`, `home`,
 * `end`, `pageup`, `pagedown`, `f1` to `f12`; with `ctrl+`, `alt+` and `shift+`, in this order, before it.
 */
export type Key = {
  readonly name: string;
  /** The grapheme that the key writes. Absent for keys that write nothing. */
  readonly text?: string;
};

/** What a terminal sends. */
export type TerminalInput =
  | { readonly type: "key"; readonly key: Key }
  /** Text pasted in one piece, as the terminal sent it: not cleaned. */
  | { readonly type: "paste"; readonly text: string }
  /** An answer to a question of ours, or a report we did not ask for; never typed by anyone. */
  | { readonly type: "reply"; readonly sequence: string };

/** A key that writes a character. */
export function typed(text: string): Key {
  return { name: text === " " ? "space" : text, text };
}
