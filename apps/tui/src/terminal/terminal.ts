import type { WriteStream } from "node:tty";
import { sequences } from "./control-sequences.ts";
import type { TerminalInput } from "./key.ts";
import { readKeys, type Keyboard } from "./read-keys.ts";

/** A terminal that can be taken over and given back as it was. */
export type Terminal = {
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly write: (bytes: string) => void;
  /** Takes the screen, or its next lines, and the keyboard. */
  readonly enter: () => void;
  /** Gives both back: modes, cursor and screen are as before. Calling it again does nothing. */
  readonly leave: () => void;
  /** As `leave`, and nothing is heard of the terminal any more. */
  readonly close: () => void;
  /** Gives the terminal back and stops the program, until the shell lets it go on. */
  readonly suspend: () => void;
};

/** What a terminal reports. */
export type TerminalEvents = {
  readonly onInput: (inputs: readonly TerminalInput[]) => void;
  readonly onResize: () => void;
  /** The screen is ours again after a stop: nothing of it is known any more. */
  readonly onResume: () => void;
  /** Nobody types there any more: the terminal is gone. */
  readonly onEnd: () => void;
};

/** What is written to a terminal when it is taken, and when it is given back. */
export type TerminalModes = { readonly enter: string; readonly leave: string };

/** The screen as a whole, to be painted. */
export const wholeScreen: TerminalModes = {
  enter: [
    sequences.enterAlternateScreen,
    sequences.hideCursor,
    sequences.autowrapOff,
    sequences.bracketedPasteOn,
  ].join(""),
  leave: [
    sequences.endUpdate,
    sequences.plainText,
    sequences.bracketedPasteOff,
    sequences.autowrapOn,
    sequences.leaveAlternateScreen,
    sequences.showCursor,
  ].join(""),
};

/** Lines one after the other, as every program prints them. */
export const printedLines: TerminalModes = {
  enter: sequences.bracketedPasteOn,
  leave: sequences.bracketedPasteOff,
};

/** Milliseconds after which a stop that did not happen (nobody could let us go on) is given up. */
const stopTimeoutMs = 500;

const defaultSize = { columns: 80, rows: 24 };

export function openTerminal(
  keyboard: Keyboard,
  screen: WriteStream,
  modes: TerminalModes,
  events: TerminalEvents,
): Terminal {
  const keys = readKeys(keyboard, events.onInput, events.onEnd);
  let isOurs = false;
  let isStopped = false;

  const write = (bytes: string): void => {
    screen.write(bytes);
  };
  const enter = (): void => {
    isOurs = true;
    keys.start();
    write(modes.enter);
  };
  const leave = (): void => {
    if (!isOurs) return;
    isOurs = false;
    write(modes.leave);
    keys.stop();
  };
  const resume = (): void => {
    if (!isStopped && !isOurs) return;
    isStopped = false;
    enter();
    events.onResume();
  };

  screen.on("resize", events.onResize);
  // A terminal that is gone takes no bytes, and there is nobody to tell.
  screen.on("error", () => undefined);
  process.on("SIGCONT", resume);

  return {
    size: () => ({
      columns: screen.columns || defaultSize.columns,
      rows: screen.rows || defaultSize.rows,
    }),
    write,
    enter,
    leave,
    close() {
      leave();
      screen.off("resize", events.onResize);
      process.off("SIGCONT", resume);
    },
    suspend() {
      leave();
      isStopped = true;
      // The whole job stops, also what started us: otherwise the shell would go on waiting.
      process.kill(0, "SIGTSTP");
      setTimeout(() => isStopped && resume(), stopTimeoutMs);
    },
  };
}
