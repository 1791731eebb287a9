import type { ObjectSchema } from "@broadsheet/core";
import { Failure } from "./failure.ts";
import { json } from "./format.ts";
import { problemTypes, type ProblemKind } from "./problem-types.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { always } from "./validity.ts";

/** The schema of a kind of failure. */
export const problemTypeSchema: ObjectSchema<ProblemKind> = {
  type: "object",
  description: "A kind of failure.",
  required: ["status", "title", "explanation"],
  properties: {
    status: { type: "integer" },
    title: { type: "string" },
    explanation: { type: "string" },
  },
};

const known: Readonly<Record<string, ProblemKind>> = problemTypes;

/** `/problem-types/{type}`: what the `type` of a failure means. */
export function problemType(): Resource {
  function plan({ url, parts }: Asked): Plan {
    refuseParameters(url);
    const { type = "" } = parts;
    const kind = Object.hasOwn(known, type) ? known[type] : undefined;
    if (kind === undefined) {
      throw new Failure("resource-not-found", { detail: "There is no such kind of failure." });
    }
    const body = `${JSON.stringify(kind)}\n`;
    return { key: { parts: [body], validity: always }, make: () => ({ body }) };
  }

  return {
    path: "/problem-types/:type",
    operationId: "getProblemType",
    summary: "What the type of a failure means",
    description: "The kind of failure",
    formats: [json("ProblemType")],
    problems: ["resource-not-found"],
    takesQuery: false,
    tagged: true,
    plan,
  };
}
