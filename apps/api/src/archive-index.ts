import {
  articleSummaryJson,
  everything,
  progress,
  type ObjectSchema,
  type Query,
} from "@broadsheet/core";
import { json } from "./format.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { momentOf, withKey, type Service } from "./service.ts";

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
export function archiveIndex(service: Service): Resource {
  const { archive, visibility, basePath } = service;

  async function plan({ url, signal }: Asked): Promise<Plan> {
    refuseParameters(url);
    const moment = await momentOf(service);
    const { status, nowMs } = moment;
    const visible: Query = {
      ...everything,
      drafts: visibility.drafts,
      ...(visibility.future ? {} : { visibleAtMs: nowMs }),
    };
    return {
      key: withKey(moment),
      async make() {
        const [newest, oldest] = await Promise.all([
          archive.search(visible, { limit: 1, signal }),
          archive.search({ ...visible, sort: "oldest" }, { limit: 1, signal }),
        ]);
        const [firstPublished, lastPublished] = [oldest, newest].map(({ hits: [hit] }) =>
          hit === undefined
            ? undefined
            : articleSummaryJson(hit.article, { timeZone: status.timeZone }).datePublished,
        );
        const body: ArchiveIndexJson = {
          name: status.name,
          timeZone: status.timeZone,
          articles: newest.total,
          firstPublished,
          lastPublished,
          generation: newest.generation,
          building: status.state === "building" ? { progress: progress(status) } : undefined,
          links: {
            self: `${basePath}/v1`,
            articles: `${basePath}/v1/articles`,
            article: `${basePath}/v1/articles/{id}`,
            openapi: `${basePath}/openapi.json`,
          },
        };
        return {
          body: `${JSON.stringify(body)}\n`,
          links: { "service-desc": body.links.openapi },
          isPartial: [newest, oldest].some(
            (page) => page.timedOut || page.generation !== status.generation,
          ),
        };
      },
    };
  }

  return {
    path: "/v1",
    operationId: "getArchive",
    summary: "What the archive is, and where to go from here",
    description: "The archive",
    formats: [json("Archive")],
    problems: [],
    takesQuery: false,
    tagged: true,
    plan,
  };
}
