import {
  articleSummaryJson,
  everything,
  progress,
  type ObjectSchema,
  type Query,
} from "@broadsheet/core";
import type { Context } from "hono";
import { jsonAnswer } from "./answer.ts";
import { refuseParameters } from "./read-query.ts";
import type { Resource } from "./resource.ts";
import type { Service } from "./service.ts";

/** What the archive is, and where to go from here. */
export type ArchiveIndexJson = {
  readonly name: string;
  readonly timeZone: string;
  readonly articles: number;
  readonly firstPublished?: string | undefined;
  readonly lastPublished?: string | undefined;
  readonly generation: string;
  readonly building?: { readonly progress: number } | undefined;
  readonly links: {
    readonly self: string;
    readonly articles: string;
    readonly article: string;
    readonly openapi: string;
  };
};

const isoDate = { type: "string", description: "ISO 8601, as exact as it was written." } as const;
const link = { type: "string", format: "uri-reference" } as const;

/** The schema of `ArchiveIndexJson`. */
export const archiveIndexSchema: ObjectSchema<ArchiveIndexJson> = {
  type: "object",
  description: "What the archive is, and where to go from here. Only what may be seen is counted.",
  required: ["name", "timeZone", "articles", "generation", "links"],
  properties: {
    name: { type: "string" },
    timeZone: { type: "string", description: "The zone for dates without an offset." },
    articles: { type: "integer", minimum: 0 },
    firstPublished: isoDate,
    lastPublished: isoDate,
    generation: { type: "string", description: "It changes when the articles do." },
    building: {
      type: "object",
      description: "Present while the index is built for the first time.",
      required: ["progress"],
      properties: { progress: { type: "number", minimum: 0, maximum: 1 } },
    },
    links: {
      type: "object",
      required: ["self", "articles", "article", "openapi"],
      properties: {
        self: link,
        articles: link,
        article: { type: "string", description: "A template (RFC 6570) with {id}." },
        openapi: link,
      },
    },
  },
};

/** `/v1`: where one begins. */
export function archiveIndex({ archive, visibility, now, basePath }: Service): Resource {
  async function handle(c: Context): Promise<Response> {
    refuseParameters(c.req.url);
    const visible: Query = {
      ...everything,
      drafts: visibility.drafts,
      ...(visibility.future ? {} : { visibleAtMs: now() }),
    };
    const { signal } = c.req.raw;
    const [status, newest, oldest] = await Promise.all([
      archive.status(),
      archive.search(visible, { limit: 1, signal }),
      archive.search({ ...visible, sort: "oldest" }, { limit: 1, signal }),
    ]);
    const [first, last] = [oldest, newest].map(({ hits: [hit] }) =>
      hit === undefined
        ? undefined
        : articleSummaryJson(hit.article, { timeZone: status.timeZone }).datePublished,
    );
    const body: ArchiveIndexJson = {
      name: status.name,
      timeZone: status.timeZone,
      articles: newest.total,
      firstPublished: first,
      lastPublished: last,
      generation: newest.generation,
      building: status.state === "building" ? { progress: progress(status) } : undefined,
      links: {
        self: `${basePath}/v1`,
        articles: `${basePath}/v1/articles`,
        article: `${basePath}/v1/articles/{id}`,
        openapi: `${basePath}/openapi.json`,
      },
    };
    return jsonAnswer(c, body, { links: { "service-desc": body.links.openapi } });
  }

  return {
    path: "/v1",
    operationId: "getArchive",
    summary: "What the archive is, and where to go from here",
    answer: { description: "The archive", schema: "Archive" },
    problems: [],
    takesQuery: false,
    tagged: false,
    handle,
  };
}
