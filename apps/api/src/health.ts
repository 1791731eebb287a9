import type { ObjectSchema } from "@broadsheet/core";
import { unavailable } from "./failure.ts";
import { json } from "./format.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
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

const ok: Plan = {
  make: () => ({ body: `${JSON.stringify({ status: "ok" } satisfies HealthJson)}\n` }),
};

/** `/healthz`: whether the server answers at all. */
export function health(): Resource {
  return {
    path: "/healthz",
    operationId: "getHealth",
    summary: "Whether the server answers",
    description: "It does",
    formats: [json("Health")],
    problems: [],
    takesQuery: false,
    tagged: false,
    plan({ url }: Asked) {
      refuseParameters(url);
      return ok;
    },
  };
}

/** `/readyz`: whether the whole archive can be searched; 503 with its progress while the index is built. */
export function readiness({ archive }: Service): Resource {
  async function plan({ url }: Asked): Promise<Plan> {
    refuseParameters(url);
    const status = await archive.status();
    if (status.state === "building") throw unavailable(status);
    return ok;
  }

  return {
    path: "/readyz",
    operationId: "getReadiness",
    summary: "Whether the whole archive can be searched",
    description: "It can",
    formats: [json("Health")],
    problems: ["unavailable"],
    takesQuery: false,
    tagged: false,
    plan,
  };
}
