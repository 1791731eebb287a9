import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { editorCommand } from "../terminal/editor-command.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { words } from "../words/words.ts";

/** A file of an archive, and a line in it, from 1. */
export type FilePlace = { readonly path: string; readonly line?: number };

/** Lends the terminal to the reader's editor until it is closed. Returns what went wrong, if anything did. */
export function openEditor(
  terminal: Pick<Terminal, "enter" | "leave">,
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
  { path, line }: FilePlace,
): string | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return words.editor.noFile(path);
  const command = editorCommand(environment, file, line);
  if (command === undefined) return words.editor.none;
  const [program, ...args] = command;
  terminal.leave();
  const { error } = spawnSync(program, args, { stdio: "inherit" });
  terminal.enter();
  return error === undefined ? undefined : words.editor.failed(program);
}
