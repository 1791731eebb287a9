import type { Archive } from "@broadsheet/core/view";
import type { State } from "./state.ts";

/** Something that the screen needs and the archive knows. */
export type Question = {
  /** Two questions with one key have the same answer. */
  readonly key: string;
  /** How long the question must stand before it is worth asking, in milliseconds. */
  readonly afterMs: number;
  /** Asks, and resolves with the step from the state at that time to one with the answer. */
  readonly ask: (archive: Archive, signal: AbortSignal) => Promise<(state: State) => State>;
};

/** A selection that rests this long is looked at; one that moves on is not worth reading a file for. */
export const restMs = 60;
