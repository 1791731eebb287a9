import type { ObjectSchema } from "@broadsheet/core";
import type { Context } from "hono";
import { entityTag, jsonAnswer } from "./answer.ts";
import { Failure } from "./failure.ts";
import { problemTypes, type ProblemKind } from "./problem-types.ts";
import { refuseParameters } from "./read-query.ts";
import type { Resource } from "./resource.ts";

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
  function handle(c: Context): Response {
    refuseParameters(c.req.url);
    const type = c.req.param("type") ?? "";
    const kind = Object.hasOwn(known, type) ? known[type] : undefined;
    if (kind === undefined) {
      throw new Failure("resource-not-found", { detail: "There is no such kind of failure." });
    }
    return jsonAnswer(c, kind, { etag: entityTag(JSON.stringify(kind)) });
  }

  return {
    path: "/problem-types/:type",
    operationId: "getProblemType",
    summary: "What the type of a failure means",
    answer: { description: "The kind of failure", schema: "ProblemType" },
    problems: ["resource-not-found"],
    takesQuery: false,
    tagged: true,
    handle,
  };
}
