import type { JsonSchema, ObjectSchema, TimelineBucket } from "@broadsheet/core";
import { unavailable } from "./failure.ts";
import { json } from "./format.ts";
import { filterNames, readFilters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { withKey, type Service } from "./service.ts";
import { understand } from "./understand.ts";
import { timelineView } from "./view.ts";

/** Articles over time. */
export type TimelineJson = {
  readonly data: readonly TimelineBucket[];
  readonly meta: {
    readonly interval: string;
    readonly coarser: number;
    readonly undated: number;
    readonly generation: string;
    readonly timedOut: boolean;
  };
};

const count: JsonSchema = { type: "integer", minimum: 0 };

/** The schema of `TimelineJson`. */
export const timelineSchema: ObjectSchema<TimelineJson> = {
  type: "object",
  description: "Articles over time, oldest first; stretches without articles are left out.",
  required: ["data", "meta"],
  properties: {
    data: {
      type: "array",
      items: {
        type: "object",
        required: ["period", "count"],
        properties: {
          period: {
            type: "string",
            description: "In the archive's time zone.",
            examples: ["2024", "2024-11", "2024-W48", "2024-11-26"],
          },
          count,
        },
      },
    },
    meta: {
      type: "object",
      required: ["interval", "coarser", "undated", "generation", "timedOut"],
      properties: {
        interval: { enum: ["day", "week", "month", "year"] },
        coarser: { ...count, description: "Articles whose date is too coarse for the stretches." },
        undated: count,
        generation: { type: "string" },
        timedOut: {
          type: "boolean",
          description: "Whether the counts are too low for lack of time.",
        },
      },
    },
  },
};

/** `/v1/timeline`: how many articles match, by day, week, month or year. */
export function timeline(service: Service): Resource {
  async function plan(asked: Asked): Promise<Plan> {
    const { moment, request, key } = await understand(service, (context) =>
      readFilters(asked.url, context, [], timelineView),
    );
    const { interval } = request.view;
    return {
      key: withKey({ key }, interval),
      async make() {
        // Counts of a part say nothing of the whole.
        if (moment.status.state === "building") throw unavailable(moment.status);
        const options = { signal: asked.signal };
        const found = await service.archive.timeline(request.query, interval, options);
        const body: TimelineJson = {
          data: found.buckets.map(({ period, count: articles }) => ({ period, count: articles })),
          meta: {
            interval,
            coarser: found.coarser,
            undated: found.undated,
            generation: found.generation,
            timedOut: found.timedOut ?? false,
          },
        };
        return {
          body: `${JSON.stringify(body)}\n`,
          isPartial: body.meta.timedOut || found.generation !== moment.status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/timeline",
    operationId: "getTimeline",
    summary: "How many articles match, over time",
    description: "Counts, oldest first",
    formats: [json("Timeline")],
    problems: [],
    takesQuery: filterNames,
    view: timelineView,
    tagged: true,
    plan,
  };
}
