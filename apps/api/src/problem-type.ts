import { isProblemCode, problemGuide, type ObjectSchema } from "@broadsheet/core";
import { Failure } from "./failure.ts";
import { json } from "./format.ts";
import { problemTypes, type ProblemKind } from "./problem-types.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { always } from "./validity.ts";

/** What a kind of failure, or a kind of problem in a file, means. */
export type ProblemTypeJson = {
  readonly title: string;
  readonly explanation: string;
  readonly status?: number | undefined;
  readonly severity?: string | undefined;
  readonly action?: string | undefined;
  readonly remedy?: string | undefined;
  readonly example?: Readonly<Record<string, string>> | undefined;
  readonly mended?: Readonly<Record<string, string>> | undefined;
};

/** The schema of `ProblemTypeJson`. */
export const problemTypeSchema: ObjectSchema<ProblemTypeJson> = {
  type: "object",
  description: "A kind of failure, or of problem in an article's file.",
  required: ["title", "explanation"],
  properties: {
    title: { type: "string" },
    explanation: { type: "string", description: "What it means, and why it matters." },
    status: { type: "integer", description: "The status of such a failure." },
    severity: {
      enum: ["error", "warning", "note"],
      description: "How much such a problem in a file matters.",
    },
    action: { type: "string", description: "What is done about such a problem." },
    remedy: { type: "string", description: "How to mend it." },
    example: { type: "object", description: "The smallest archive that has it: texts by path." },
    mended: { type: "object", description: "The same archive, mended." },
  },
};

const known: Readonly<Record<string, ProblemKind>> = problemTypes;

/** `/problem-types/{type}`: what the `type` of a failure means, or the code of a problem in a file. */
export function problemType(): Resource {
  function plan({ url, parts }: Asked): Plan {
    refuseParameters(url);
    const meant = explain(parts["type"] ?? "");
    if (meant === undefined) {
      throw new Failure("resource-not-found", { detail: "There is no such kind of problem." });
    }
    const body = `${JSON.stringify(meant).replace(/[\u007f-\u009f\p{Cf}]/gu, escaped)}\n`;
    return { key: { parts: [body], validity: always }, make: () => ({ body }) };
  }

  return {
    path: "/problem-types/:type",
    operationId: "getProblemType",
    summary: "What the type of a failure means, or the code of a problem in a file",
    description: "The kind of problem",
    formats: [json("ProblemType")],
    problems: ["resource-not-found"],
    takesQuery: false,
    tagged: true,
    plan,
  };
}

/** Signs of the examples that nobody sees but a terminal obeys. */
function escaped(sign: string): string {
  return JSON.stringify(sign)
    .slice(1, -1)
    .replace(/[^]/g, (unit) =>
      unit > "~" ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}` : unit,
    );
}

function explain(type: string): ProblemTypeJson | undefined {
  if (Object.hasOwn(known, type)) return known[type];
  if (!isProblemCode(type)) return undefined;
  const { message, meaning, severity, action, remedy, example, mended } = problemGuide(type);
  return { title: message, explanation: meaning, severity, action, remedy, example, mended };
}
