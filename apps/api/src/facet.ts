import {
  didYouMean,
  type FacetCount,
  type FacetField,
  type JsonSchema,
  type ObjectSchema,
} from "@broadsheet/core";
import { Failure, unavailable } from "./failure.ts";
import { json } from "./format.ts";
import { pagedAddress } from "./paged-address.ts";
import { filterNames, readFilters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { withKey, type Service } from "./service.ts";
import { understand } from "./understand.ts";

/** Fields whose values can be listed. */
const fields: readonly FacetField[] = ["section", "lang", "tag", "author", "source", "year"];

/** The values of a field, with how many articles have each. */
export type FacetJson = {
  readonly data: readonly FacetCount[];
  readonly meta: {
    readonly field: FacetField;
    readonly total: number;
    readonly nextCursor?: string | undefined;
    readonly generation: string;
    readonly timedOut: boolean;
  };
  readonly links: { readonly self: string; readonly next?: string | undefined };
};

const link: JsonSchema = { type: "string", format: "uri-reference" };

/** The schema of `FacetJson`. */
export const facetSchema: ObjectSchema<FacetJson> = {
  type: "object",
  description: "The values of a field, most frequent first, those of none last.",
  required: ["data", "meta", "links"],
  properties: {
    data: { type: "array", items: { $ref: "#/components/schemas/FacetCount" } },
    meta: {
      type: "object",
      required: ["field", "total", "generation", "timedOut"],
      properties: {
        field: { enum: fields },
        total: { type: "integer", minimum: 0, description: "How many values there are." },
        nextCursor: { type: "string", description: "Absent on the last page." },
        generation: { type: "string" },
        timedOut: {
          type: "boolean",
          description: "Whether the counts are too low for lack of time.",
        },
      },
    },
    links: {
      type: "object",
      required: ["self"],
      properties: { self: link, next: link },
    },
  },
};

/** `/v1/facets/{field}`: the values of a field, page by page. */
export function facet(service: Service): Resource {
  async function plan({ url, parts, signal }: Asked): Promise<Plan> {
    const field = fields.find((each) => each === parts["field"]);
    if (field === undefined) throw unknownField(parts["field"] ?? "");
    const { moment, request, key } = await understand(service, (context) =>
      readFilters(url, context, ["limit", "cursor"]),
    );
    const address = pagedAddress(`${service.basePath}/v1/facets/${field}`, request.entries);
    const { limit, cursor } = request.page;
    return {
      key: withKey({ key }, address(cursor)),
      async make() {
        // Counts of a part say nothing of the whole.
        if (moment.status.state === "building") throw unavailable(moment.status);
        const place = cursor === undefined ? undefined : readPlace(cursor);
        const from = place?.from ?? 0;
        const end = from + limit;
        // A search counts too, and says to which state of the archive its counts belong.
        const options = { limit: 1, facets: [field], facetValues: end, signal };
        const found = await service.archive.search(request.query, options);
        // Counts are ordered by number, so a place among them holds only as long as they do.
        if (place !== undefined && place.generation !== found.generation)
          throw refusedCursor(
            "cursor-expired",
            "The archive has changed since the cursor was made.",
          );
        const { [field]: counts = [], more } = found.facets;
        const total = counts.length + (more?.[field] ?? 0);
        const next = end < total ? `${found.generation}_${end}` : undefined;
        const body: FacetJson = {
          data: counts.slice(from, end).map(({ value, label, count }) => ({ value, label, count })),
          meta: {
            field,
            total,
            nextCursor: next,
            generation: found.generation,
            timedOut: found.timedOut,
          },
          links: {
            self: address(cursor),
            next: next && address(next),
          },
        };
        return {
          body: `${JSON.stringify(body)}\n`,
          links: body.links,
          isPartial: found.timedOut || found.generation !== moment.status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/facets/:field",
    operationId: "getFacet",
    summary: "The values of a field, with how many articles have each",
    description: "A page of values",
    formats: [json("Facet")],
    problems: ["resource-not-found", "cursor-invalid", "cursor-expired", "unavailable"],
    takesQuery: [...filterNames, "limit", "cursor"],
    tagged: true,
    plan,
  };
}

/** The state of the archive that a cursor belongs to, and the place that it stands for. */
function readPlace(cursor: string): { readonly generation: string; readonly from: number } {
  const [, generation, from] = /^(.+)_(\d{1,9})$/.exec(cursor) ?? [];
  if (generation === undefined || from === undefined)
    throw refusedCursor("cursor-invalid", "The cursor does not belong to this list.");
  return { generation, from: Number(from) };
}

function refusedCursor(type: "cursor-expired" | "cursor-invalid", detail: string): Failure {
  return new Failure(type, {
    detail,
    errors: [{ parameter: "cursor", detail: "Start again without it." }],
  });
}

function unknownField(name: string): Failure {
  const near = didYouMean(name, fields);
  const meant = near === undefined ? `There are ${fields.join(", ")}.` : `Did you mean ${near}?`;
  return new Failure("resource-not-found", { detail: `There is no such field. ${meant}` });
}
