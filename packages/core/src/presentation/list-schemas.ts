import type { FacetCount } from "../archive/archive.ts";
import type { JsonSchema, ObjectSchema } from "./json-schema.ts";
import type { ListJson, ListMetaJson, MatchJson } from "./list-json.ts";

const moreSchema: JsonSchema = { type: "integer", minimum: 1 };

const rangesSchema: JsonSchema = {
  type: "array",
  description: "Start and end (exclusive) of each match, in UTF-16 units.",
  items: { type: "array", items: { type: "integer", minimum: 0 }, minItems: 2, maxItems: 2 },
};

/** The schema of `MatchJson`. */
export const matchSchema: ObjectSchema<MatchJson> = {
  type: "object",
  description: "How an article matches what was looked for.",
  required: ["headline"],
  properties: {
    headline: rangesSchema,
    excerpt: {
      type: "object",
      description: "The passage of the body that shows the match.",
      required: ["text", "highlights"],
      properties: { text: { type: "string" }, highlights: rangesSchema },
    },
    score: { type: "number", description: "BM25, higher is better; only in relevance order." },
  },
};

/** The schema of `ListMetaJson`. */
export const listMetaSchema: ObjectSchema<ListMetaJson> = {
  type: "object",
  description: "What a list says of itself.",
  required: ["total", "totalRelation", "order", "generation", "timedOut"],
  properties: {
    total: { type: "integer", minimum: 0, description: "How many articles match." },
    totalRelation: {
      enum: ["eq", "gte"],
      description:
        "gte: counting stopped early, or the index is still being built; there may be more.",
    },
    order: { enum: ["newest", "oldest", "relevance"] },
    rankedNewest: {
      type: "integer",
      description:
        "In relevance order over too many matches, how many of the newest were ranked. Absent: all.",
    },
    holdingAll: {
      type: "integer",
      minimum: 0,
      description:
        "How many of the first hold all that was looked for, when the others hold only some of it. Absent: all do.",
    },
    meant: {
      type: "string",
      description:
        "What was probably meant, when no article holds all that was looked for and words of it are in none.",
    },
    nextCursor: { type: "string", description: "Cursor of the next page. Absent on the last." },
    generation: {
      type: "string",
      description: "The state of the index that the answer belongs to.",
    },
    timedOut: {
      type: "boolean",
      description: "Whether the answer is incomplete for lack of time.",
    },
    moreValues: {
      type: "object",
      description:
        "How many more values there are than are counted in facets, by field. Absent: all are counted.",
      properties: {
        section: moreSchema,
        lang: moreSchema,
        tag: moreSchema,
        author: moreSchema,
        source: moreSchema,
        year: moreSchema,
      },
    },
    warnings: {
      type: "array",
      description:
        "What in q was not understood as syntax, and searched as words or passed over. Absent: all was understood.",
      items: {
        type: "object",
        required: ["code", "offset", "length", "message"],
        properties: {
          code: { type: "string", description: "Codes are stable; new ones may come." },
          offset: { type: "integer", minimum: 0, description: "In UTF-16 units of q." },
          length: { type: "integer", minimum: 0 },
          message: { type: "string" },
          suggestion: { type: "string", description: "What probably was meant in its place." },
        },
      },
    },
    building: {
      type: "object",
      description:
        "Present while the index is built for the first time: more articles will follow.",
      required: ["progress"],
      properties: { progress: { type: "number", minimum: 0, maximum: 1 } },
    },
  },
};

/** The schema of `FacetCount`. */
export const facetCountSchema: ObjectSchema<FacetCount> = {
  type: "object",
  description: "How many articles have one value of a field.",
  required: ["value", "label", "count"],
  properties: {
    value: {
      type: ["string", "null"],
      description: "The value to filter by; null for articles without one (filter by _none).",
    },
    label: { type: "string" },
    count: { type: "integer", minimum: 0 },
  },
};

const countsSchema: JsonSchema = {
  type: "array",
  items: { $ref: "#/components/schemas/FacetCount" },
};

/** The schema of `ListJson`. */
export const listSchema: ObjectSchema<ListJson> = {
  type: "object",
  description: "A page of articles.",
  required: ["data", "meta"],
  properties: {
    data: {
      type: "array",
      items: {
        allOf: [
          { $ref: "#/components/schemas/ArticleSummary" },
          { type: "object", properties: { match: { $ref: "#/components/schemas/Match" } } },
        ],
      },
    },
    meta: { $ref: "#/components/schemas/ListMeta" },
    facets: {
      type: "object",
      description:
        "Counts by value, most frequent first, those of none last, for each field that was asked for.",
      properties: {
        section: countsSchema,
        lang: countsSchema,
        tag: countsSchema,
        author: countsSchema,
        source: countsSchema,
        year: countsSchema,
      },
    },
    links: {
      type: "object",
      required: ["self"],
      properties: {
        self: { type: "string", format: "uri-reference" },
        next: { type: "string", format: "uri-reference", description: "Absent on the last page." },
      },
    },
  },
};
