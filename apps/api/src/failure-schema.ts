import type { JsonSchema } from "@broadsheet/core";

/** The schema of a failure (RFC 9457). */
export const failureSchema: JsonSchema = {
  type: "object",
  description: "What went wrong with a request (RFC 9457).",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", format: "uri-reference", description: "Names the kind of failure." },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    progress: {
      type: "number",
      minimum: 0,
      maximum: 1,
      description: "How far the index is built.",
    },
    filesDone: { type: "integer", minimum: 0, description: "Files that it has been built of." },
    filesTotal: { type: "integer", minimum: 0, description: "Files that it is built of." },
    secondsLeft: {
      type: "integer",
      minimum: 1,
      description: "Seconds until it will probably be built. Absent when that cannot be told.",
    },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["parameter", "detail"],
        properties: {
          parameter: { type: "string" },
          detail: { type: "string" },
          value: { type: "string", description: "What was given." },
          suggestion: { type: "string", description: "What was probably meant." },
        },
      },
    },
  },
};
