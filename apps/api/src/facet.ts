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
        // A search counts too, and says to which state of the archive its counts belong.
        const options = { limit: 1, facets: [field], signal };
        const found = await service.archive.search(request.query, options);
        const counts = found.facets[field] ?? [];
        const from = cursor === undefined ? 0 : placeOf(cursor, found.generation);
        const end = from + limit;
        const next = end < counts.length ? `${found.generation}_${end}` : undefined;
        const body: FacetJson = {
          data: counts.slice(from, end).map(({ value, label, count }) => ({ value, label, count })),
          meta: {
            field,
            total: counts.length,
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

/** Counts are ordered by number, so a place among them holds only as long as they do. */
function placeOf(cursor: string, generation: string): number {
  const [, made, place] = /^(.+)_(\d{1,9})$/.exec(cursor) ?? [];
  const errors = [{ parameter: "cursor", detail: "Start again without it." }];
  if (made === undefined || place === undefined) {
    throw new Failure("cursor-invalid", {
      detail: "The cursor does not belong to this list.",
      errors,
    });
  }
  if (made === generation) return Number(place);
  throw new Failure("cursor-expired", {
    detail: "The archive has changed since the cursor was made.",
    errors,
  });
}

function unknownField(name: string): Failure {
  const near = didYouMean(name, fields);
  const meant = near === undefined ? `There are ${fields.join(", ")}.` : `Did you mean ${near}?`;
  return new Failure("resource-not-found", { detail: `There is no such field. ${meant}` });
}
