import type { Archive } from "@broadsheet/core";
import { EventEmitter } from "node:events";
import type { WriteStream } from "node:tty";
import type { Keyboard } from "../../src/terminal/read-keys.ts";
import { runScreen, type RunningScreen } from "../../src/session/run-screen.ts";
import { createEmulator, type Emulator } from "../emulator.ts";
import { nowMs } from "../library.ts";

/** The program on a terminal emulator, in this process. */
export type ScreenUnderTest = RunningScreen & {
  readonly emulator: Emulator;
  readonly written: () => string;
  /** Keys as a terminal sends them, in one piece. */
  readonly press: (bytes: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Resolves with the rows when they match. */
  readonly see: (pattern: RegExp) => Promise<readonly string[]>;
};

/** Longest time that anything on the screen may take, in milliseconds. */
const patienceMs = 4_000;

export function showOnFakeTerminal(
  archive: Archive | Promise<Archive>,
  {
    columns = 80,
    rows = 24,
    environment = { TERM: "xterm" },
    isPlain = false,
    hasWideSigns = false,
  }: {
    columns?: number;
    rows?: number;
    environment?: Record<string, string>;
    isPlain?: boolean;
    hasWideSigns?: boolean;
  } = {},
): ScreenUnderTest {
  const emulator = createEmulator(columns, rows, { hasWideSigns });
  let bytes = "";
  const screen = Object.assign(new EventEmitter(), {
    columns,
    rows,
    write(text: string) {
      bytes += text;
      emulator.write(text);
      return true;
    },
  });
  const keyboard = Object.assign(new EventEmitter(), {
    setEncoding: () => keyboard,
    setRawMode: () => keyboard,
    resume: () => keyboard,
    pause: () => keyboard,
  });
  emulator.onAnswer((answer) => keyboard.emit("data", answer));
  const running = runScreen({
    archive: Promise.resolve(archive),
    folder: "/archive",
    themeName: "auto",
    isPlain,
    nowMs,
    keyboard: keyboard as unknown as Keyboard, // -- as much of a keyboard as is used
    screen: screen as unknown as WriteStream, // -- as much of a terminal as is used
    environment,
  });
  return {
    ...running,
    emulator,
    written: () => bytes,
    press: (sent) => void keyboard.emit("data", sent),
    resize(newColumns, newRows) {
      Object.assign(screen, { columns: newColumns, rows: newRows });
      emulator.resize(newColumns, newRows);
      screen.emit("resize");
    },
    async see(pattern) {
      const end = performance.now() + patienceMs;
      while (performance.now() < end) {
        await emulator.drawn();
        const shown = emulator.rows();
        if (pattern.test(shown.join("\n"))) return shown;
        await new Promise(setImmediate);
      }
      throw new Error(`${pattern} is not on the screen:\n${emulator.rows().join("\n")}`);
    },
  };
}
