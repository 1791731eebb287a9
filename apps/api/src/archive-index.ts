import { articleSummaryJson, progress, type ObjectSchema, type Publisher } from "@broadsheet/core";
import { json } from "./format.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { allSeen } from "./seen.ts";
import { momentOf, withKey, type Service } from "./service.ts";

/** What the archive is, and where to go from here. */
export type ArchiveIndexJson = {
  readonly name: string;
  readonly timeZone: string;
  readonly publisher?: Publisher | undefined;
  readonly baseUrl?: string | undefined;
  readonly license?: string | undefined;
  readonly articles: number;
  readonly firstPublished?: string | undefined;
  readonly lastPublished?: string | undefined;
  readonly generation: string;
  readonly building?: { readonly progress: number } | undefined;
  readonly links: ReturnType<typeof linksAt>;
};

/** Where everything is; names in braces are to be filled in (RFC 6570). Files are to be had only where allowed. */
function linksAt(basePath: string, raw: boolean) {
  const articles = `${basePath}/v1/articles`;
  const feeds = `${basePath}/feeds`;
  return {
    self: `${basePath}/v1`,
    articles,
    article: `${articles}/{id}`,
    related: `${articles}/{id}/related`,
    articleProblems: `${articles}/{id}/problems`,
    raw: raw ? `${articles}/{id}/raw` : undefined,
    facet: `${basePath}/v1/facets/{field}`,
    timeline: `${basePath}/v1/timeline`,
    suggest: `${basePath}/v1/suggest{?q}`,
    changes: `${basePath}/v1/changes{?since}`,
    problems: `${basePath}/v1/problems`,
    feed: `${feeds}/all`,
    searchFeed: `${feeds}/search{?q}`,
    sectionFeed: `${feeds}/section/{section}`,
    tagFeed: `${feeds}/tag/{tag}`,
    problemType: `${basePath}/problem-types/{type}`,
    docs: `${basePath}/docs`,
    openapi: `${basePath}/openapi.json`,
  } as const;
}

const isoDate = { type: "string", description: "ISO 8601, as exact as it was written." } as const;

/** The schema of `ArchiveIndexJson`. */
export const archiveIndexSchema: ObjectSchema<ArchiveIndexJson> = {
  type: "object",
  description: "What the archive is, and where to go from here. Only what may be seen is counted.",
  required: ["name", "timeZone", "articles", "generation", "links"],
  properties: {
    name: { type: "string" },
    timeZone: { type: "string", description: "The zone for dates without an offset." },
    publisher: { $ref: "#/components/schemas/Publisher" },
    baseUrl: { type: "string", format: "uri", description: "Where the articles stand on the web." },
    license: { type: "string", description: "The terms of articles that name none." },
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
      description: "Where everything is. Names in braces are to be filled in (RFC 6570).",
      required: Object.keys(linksAt("", false)).filter((name) => name !== "raw"),
      properties: Object.fromEntries(
        Object.keys(linksAt("", true)).map((name) => [name, { type: "string" }]),
      ),
    },
  },
};

/** `/v1`: where one begins. */
export function archiveIndex(service: Service, { raw }: { readonly raw: boolean }): Resource {
  const { archive, basePath } = service;
  const links = linksAt(basePath, raw);

  async function plan({ url, signal }: Asked): Promise<Plan> {
    refuseParameters(url);
    const moment = await momentOf(service);
    const { status } = moment;
    const visible = allSeen(service, moment);
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
          publisher: status.publisher,
          baseUrl: status.baseUrl,
          license: status.license,
          articles: newest.total,
          firstPublished,
          lastPublished,
          generation: newest.generation,
          building: status.state === "building" ? { progress: progress(status) } : undefined,
          links,
        };
        return {
          body: `${JSON.stringify(body)}\n`,
          links: { "service-desc": links.openapi, "service-doc": links.docs },
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
