import { judgeBy } from "../../../packages/core/test/presentation/schema-faults.ts";

/** What is wrong with a problem by the schema of RFC 9457 (appendix A). */
export const problemFaults = judgeBy({
  type: "object",
  properties: {
    type: { type: "string", format: "uri-reference" },
    title: { type: "string" },
    status: { type: "integer", minimum: 100, maximum: 599 },
    detail: { type: "string" },
    instance: { type: "string", format: "uri-reference" },
  },
});
