import type { TerminalModes } from "../terminal/terminal.ts";

/** How a session is shown to its reader: painted, or spoken line by line. */
export type View = {
  readonly modes: TerminalModes;
  /** The state has changed: it is shown soon. */
  readonly show: () => void;
  /** Nothing is known any more of what the terminal shows. */
  readonly forget: () => void;
  /** Takes an answer of the terminal to something that was asked of it. */
  readonly takeReply: (sequence: string) => void;
  /** Resolves when no answer of the terminal is under way any more, or none comes in time. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
};
