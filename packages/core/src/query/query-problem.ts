import { cleanLine, cutUnits } from "../text/clean-text.ts";

/** What can be wrong with one parameter. Codes are stable; wordings are not. */
export type QueryProblemCode =
  | "unknown-parameter"
  | "repeated-parameter"
  | "empty-value"
  | "too-long"
  | "too-many"
  | "not-a-date"
  | "not-a-language"
  | "not-a-host"
  | "not-a-number"
  | "not-a-choice"
  | "no-words"
  | "range-empty";

/** Something in a query that cannot be understood. Its sentences name neither URLs nor flags: both use them. */
export type QueryProblem = {
  readonly code: QueryProblemCode;
  /** The parameter as it was given, cut to `shownLength`. */
  readonly parameter: string;
  /** The value as it was given, cut to `shownLength`. */
  readonly value: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** The way out, as a sentence. */
  readonly remedy: string;
  /** The name or value that was probably meant. Absent when none is near. */
  readonly suggestion?: string;
};

/** A problem that repeats what was given in a form that can be shown. */
export function problem(
  code: QueryProblemCode,
  parameter: string,
  value: string,
  message: string,
  remedy: string = "",
): QueryProblem {
  return { code, parameter: shown(parameter), value: shown(value), message, remedy };
}

/** Longest name or value that a problem repeats, in UTF-16 units: enough to recognise it. */
const shownLength = 120;

/** A name or value as a problem may repeat it: nothing in it steers a terminal, and it is short. */
export function shown(text: string): string {
  const clean = cleanLine(cutUnits(text, 2 * shownLength));
  return clean.length > shownLength ? `${cutUnits(clean, shownLength - 1)}…` : clean;
}
