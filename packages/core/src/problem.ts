import { fileProblemKinds } from "./file-problem-kinds.ts";
import { type ProblemKind, problemKinds, type Severity } from "./problem-kinds.ts";
import { cleanLine, cutUnits } from "./text/clean-text.ts";

export type { Severity } from "./problem-kinds.ts";

/** The code of a problem: a key of the tables in `file-problem-kinds.ts` and `problem-kinds.ts`. */
export type ProblemCode = keyof typeof fileProblemKinds | keyof typeof problemKinds;

/** Every kind of problem there is, in the order of the tables. */
const kinds: Readonly<Record<ProblemCode, ProblemKind>> = { ...fileProblemKinds, ...problemKinds };

/** Something in an article's file that is not as it should be. It never stops a file from being listed. */
export type Problem = {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** The file, as a path inside the archive with `/` between its parts. */
  readonly path: string;
  /** The line, from 1. Absent when the problem is the file as a whole. */
  readonly line?: number;
  /** The column in UTF-16 units, from 1. Absent when the whole line is meant. */
  readonly column?: number;
  /** What was seen there, cleaned and cut to 120 characters. Absent when there is nothing to show. */
  readonly value?: string;
  readonly message: string;
  readonly action: string;
  readonly remedy: string;
};

/** Every code there is, in the order of the tables. */
export const problemCodes: readonly ProblemCode[] = Object.keys(kinds).filter(isProblemCode);

/**
 * Whether a word is the code of a problem.
 *
 * @example
 * ```ts
 * import { isProblemCode, problemCodes } from "@broadsheet/core";
 *
 * isProblemCode("date-impossible"); // => true
 * isProblemCode("date-funny"); // => false
 * problemCodes.every(isProblemCode); // => true
 * ```
 */
export function isProblemCode(word: string): word is ProblemCode {
  return Object.hasOwn(kinds, word);
}

/** Longest `value` of a problem, in UTF-16 units: fits a terminal line or two. */
const maxValueLength = 120;

/** Where a problem is, and what was seen there. */
export type ProblemPlace = {
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly value?: string | undefined;
};

/** The one way to a `Problem`: its sentences come from the table, its value is made safe and short. */
export function makeProblem(code: ProblemCode, place: ProblemPlace): Problem {
  const kind = kinds[code];
  const value = place.value === undefined ? "" : shortened(place.value);
  return {
    code,
    severity: kind.severity,
    path: place.path,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    ...(value === "" ? {} : { value }),
    message:
      value === "" ? withoutValue(kind.message) : kind.message.replace("{value}", () => value),
    action: kind.action,
    remedy: kind.remedy,
  };
}

/** A sentence that has nothing to show: `It cannot be read.` for `It cannot be read: {value}.` */
function withoutValue(message: string): string {
  return message.replace(/:? ?\{value\}/, "");
}

function shortened(value: string): string {
  const line = cleanLine(value);
  return line.length <= maxValueLength ? line : `${cutUnits(line, maxValueLength - 1)}…`;
}
