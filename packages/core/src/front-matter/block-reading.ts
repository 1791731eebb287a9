import type { ProblemCode } from "../problem.ts";
import type { Fields } from "./front-matter.ts";

/** Something wrong inside a block, before it is known where in its file the block stands. */
export type Fault = {
  readonly code: ProblemCode;
  /** Lines below the opening fence: 1 is the first line of the block. */
  readonly line: number;
  /** From 1, in UTF-16 units. Absent when the whole line is meant. */
  readonly column?: number;
  readonly value: string;
};

/** What a block of front matter says. */
export type BlockReading = {
  readonly fields: Fields;
  /** For each outermost field, how many lines below the opening fence it stands. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly Fault[];
};
