import pty from "@lydell/node-pty";
import { createEmulator, type Emulator } from "../emulator.ts";

/** A program that runs in a pseudo-terminal, with an emulator as its screen. */
export type Session = {
  readonly emulator: Emulator;
  /** Everything the program has written. */
  readonly written: () => string;
  /** Keys as a terminal sends them, in one piece. */
  readonly press: (bytes: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves with the rows when they match. */
  readonly see: (pattern: RegExp) => Promise<readonly string[]>;
  /** Resolves with the exit code when the program has ended and everything is on the screen. */
  readonly ended: Promise<number>;
};

/** Longest time that anything on the screen may take, in milliseconds. */
const patienceMs = 15_000;

export type SessionOptions = {
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Starts a program in a terminal of its own; nothing of this machine's settings reaches it. */
export function openSession(
  command: string,
  args: readonly string[],
  { columns = 80, rows = 24, environment = {} }: SessionOptions = {},
): Session {
  const emulator = createEmulator(columns, rows);
  const program = pty.spawn(command, [...args], {
    cols: columns,
    rows,
    name: environment["TERM"] ?? "xterm-256color",
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: "/nonexistent",
      LANG: "C.UTF-8",
      TZ: "UTC",
      // A place where nothing can be kept, so that no session knows of another.
      XDG_STATE_HOME: "/dev/null",
      ...environment,
    },
  });
  let written = "";
  program.onData((bytes) => {
    written += bytes;
    emulator.write(bytes);
  });
  emulator.onAnswer((answer) => program.write(answer));
  const { promise: ended, resolve } = Promise.withResolvers<number>();
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  program.onExit(({ exitCode, signal }) => {
    void emulator
      .drawn()
      .then(() => resolve(signal === undefined || signal === 0 ? exitCode : 128 + signal));
  });
  return {
    emulator,
    written: () => written,
    press: (bytes) => program.write(bytes),
    resize(newColumns, newRows) {
      emulator.resize(newColumns, newRows);
      program.resize(newColumns, newRows);
    },
    kill: (signal) => program.kill(signal),
    ended,
    async see(pattern) {
      const end = performance.now() + patienceMs;
      while (performance.now() < end) {
        await emulator.drawn();
        const shown = emulator.rows();
        if (pattern.test(shown.join("\n"))) return shown;
        if (hasEnded) break;
        await new Promise((again) => setTimeout(again, 5));
      }
      throw new Error(`${pattern} is not on the screen:\n${emulator.rows().join("\n")}`);
    },
  };
}
