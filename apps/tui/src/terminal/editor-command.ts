import { basename } from "node:path";

/** Editors that take the line behind the file's name. */
const withLineBehind = new Set(["hx", "helix", "subl", "sublime_text", "zed", "kak"]);

/** Editors that take `--goto file:line`. */
const withGoto = new Set(["code", "codium", "code-insiders", "cursor"]);

/**
 * The program that opens a file at a line, and its arguments: VISUAL or else EDITOR, which may hold flags. It
 * is started without a shell. Undefined when neither is set.
 */
export function editorCommand(
  environment: Readonly<Record<string, string | undefined>>,
  file: string,
  line: number | undefined,
): readonly [program: string, ...args: string[]] | undefined {
  const written = environment["VISUAL"]?.trim() || environment["EDITOR"]?.trim() || "";
  const [program = "", ...flags] = written.split(/\s+/);
  if (program === "") return undefined;
  const name = basename(program);
  if (line === undefined) return [program, ...flags, file];
  if (withGoto.has(name)) return [program, ...flags, "--goto", `${file}:${line}`];
  if (withLineBehind.has(name)) return [program, ...flags, `${file}:${line}`];
  return [program, ...flags, `+${line}`, file];
}
