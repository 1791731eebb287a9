import { progress, type ObjectSchema } from "@broadsheet/core";
import type { Context } from "hono";
import { jsonAnswer } from "./answer.ts";
import { Failure } from "./failure.ts";
import { refuseParameters } from "./read-query.ts";
import type { Resource } from "./resource.ts";
import type { Service } from "./service.ts";

/** That all is well. */
export type HealthJson = { readonly status: "ok" };

/** The schema of `HealthJson`. */
export const healthSchema: ObjectSchema<HealthJson> = {
  type: "object",
  description: "That all is well.",
  required: ["status"],
  properties: { status: { enum: ["ok"] } },
};

/** `/healthz`: whether the server answers at all. */
export function health(): Resource {
  return {
    path: "/healthz",
    operationId: "getHealth",
    summary: "Whether the server answers",
    answer: { description: "It does", schema: "Health" },
    problems: [],
    takesQuery: false,
    tagged: false,
    handle: (c: Context) => {
      refuseParameters(c.req.url);
      return jsonAnswer(c, { status: "ok" } satisfies HealthJson);
    },
  };
}

/** `/readyz`: whether the whole archive can be searched; 503 with its progress while the index is built. */
export function readiness({ archive }: Service): Resource {
  async function handle(c: Context): Promise<Response> {
    refuseParameters(c.req.url);
    const status = await archive.status();
    if (status.state === "building") {
      throw new Failure(
        "unavailable",
        { detail: "The index is being built; answers grow meanwhile.", progress: progress(status) },
        { "Retry-After": "1" },
      );
    }
    return jsonAnswer(c, { status: "ok" } satisfies HealthJson);
  }

  return {
    path: "/readyz",
    operationId: "getReadiness",
    summary: "Whether the whole archive can be searched",
    answer: { description: "It can", schema: "Health" },
    problems: ["unavailable"],
    takesQuery: false,
    tagged: false,
    handle,
  };
}
