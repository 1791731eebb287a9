import { createTheme, plainTheme, type Theme } from "../terminal/theme.ts";
import { colourLevel } from "../terminal/colour-level.ts";
import { backgroundFromEnvironment } from "../terminal/background.ts";

/** Where a command prints to. */
export type Output = {
  /** Resolves when more may be printed, so that a slow reader is waited for. */
  readonly print: (text: string) => Promise<void>;
  /** Says something to the person at the terminal, apart from what is printed. */
  readonly say: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 when it is none. */
  readonly columns: number;
  readonly theme: Theme;
};

const defaultColumns = 80;

type World = Pick<NodeJS.Process, "stdout" | "stderr" | "env">;

/** Standard output and standard error. A reader that has gone away (as `head` does) ends the program in silence. */
export function standardOutput({ stdout, stderr, env }: World): Output {
  const isTerminal = stdout.isTTY && env["TERM"] !== "dumb";
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  };
  stdout.on("error", onError);
  stderr.on("error", () => undefined);
  return {
    print: (text) =>
      new Promise((resolve) => {
        stdout.write(text, () => resolve());
      }),
    say: (text) => void stderr.write(text),
    isTerminal,
    columns: (stdout.isTTY && stdout.columns) || defaultColumns,
    theme: isTerminal
      ? createTheme(colourLevel(env), backgroundFromEnvironment(env["COLORFGBG"]))
      : plainTheme,
  };
}
