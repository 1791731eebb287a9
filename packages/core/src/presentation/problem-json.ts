import type { Problem, Severity } from "../problem.ts";
import type { ObjectSchema } from "./json-schema.ts";

/** Something in an article's file that is not as it should be. */
export type ProblemJson = {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly value?: string | undefined;
  readonly message: string;
  readonly action: string;
  readonly remedy: string;
};

/** The schema of `ProblemJson`. */
export const problemSchema: ObjectSchema<ProblemJson> = {
  type: "object",
  description: "Something in an article's file that is not as it should be.",
  required: ["code", "severity", "path", "message", "action", "remedy"],
  properties: {
    code: {
      type: "string",
      description: "The kind of problem. Codes are stable, sentences are not.",
    },
    severity: {
      enum: ["error", "warning", "note"],
      description:
        "error: something could not be read; warning: perhaps not as meant; note: nothing is lost.",
    },
    path: { type: "string", description: "The file, as a path inside the archive." },
    line: { type: "integer", minimum: 1, description: "Absent when the file as a whole is meant." },
    column: {
      type: "integer",
      minimum: 1,
      description: "In UTF-16 units. Absent when the whole line is meant.",
    },
    value: { type: "string", description: "What was seen there, cut to 120 characters." },
    message: { type: "string", description: "What is wrong." },
    action: { type: "string", description: "What was done about it." },
    remedy: { type: "string", description: "How to mend it." },
  },
};

/**
 * A problem of a file, for JSON.
 *
 * @example
 * ```ts
 * import { parseArticle, problemJson } from "@broadsheet/core";
 *
 * const { problems } = parseArticle({ path: "a.md", text: "---\ndate: 2024-02-31\n---\nText.\n" });
 * problems.map(problemJson)[0]?.message; // => "There is no such date: 2024-02-31."
 * ```
 */
export function problemJson(problem: Problem): ProblemJson {
  return {
    code: problem.code,
    severity: problem.severity,
    path: problem.path,
    line: problem.line,
    column: problem.column,
    value: problem.value,
    message: problem.message,
    action: problem.action,
    remedy: problem.remedy,
  };
}
