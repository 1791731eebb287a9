import {
  atomFeed,
  feedOf,
  jsonFeed,
  listCsv,
  listJson,
  rssFeed,
  type Article,
  type ListContext,
  type Page,
} from "@broadsheet/core";
import { Failure, unavailable } from "./failure.ts";
import { atom, csv, json, jsonFeedFormat, ndjson, rss, type Format } from "./format.ts";
import { refuseUnknown, type Subject } from "./known-subject.ts";
import { pagedAddress, type PagedAddress } from "./paged-address.ts";
import { readQuery, type ListRequest } from "./read-query.ts";
import type { Asked, Made, Plan } from "./resource.ts";
import { withoutUnseen } from "./seen.ts";
import {
  articleUrl,
  publicOrigin,
  publishingOf,
  withKey,
  type Moment,
  type Service,
} from "./service.ts";
import { understand } from "./understand.ts";
import { shownFields } from "./view.ts";

/** Forms of a list, the one first that who names none is given. */
export const listFormats: readonly Format[] = [
  json("ArticleList"),
  ndjson,
  csv,
  rss,
  atom,
  jsonFeedFormat,
];

/** Media types that can show some keys of an article and not others. */
const showsKeys: ReadonlySet<string> = new Set(["application/json", ndjson.mediaType]);

/** A list of articles at some address. */
export type List = {
  /** The path without its suffix. */
  readonly path: string;
  /** What the path says of the query. */
  readonly subject?: Subject;
  /** Which form is meant at addresses without a suffix: they are left without one in links. */
  readonly plainSuffix?: string;
};

/** How a list is answered. */
export async function planList(service: Service, list: List, asked: Asked): Promise<Plan> {
  const { moment, request, key } = await understand(service, (context) =>
    readQuery(asked.url, context, list.subject && [list.subject]),
  );
  if (!showsKeys.has(asked.format.mediaType)) refuseView(request);
  const entries = [
    ...request.entries.filter(([name]) => name !== list.subject?.[0]),
    ...request.view.entries,
  ];
  const { suffix } = asked.format;
  const path = `${service.basePath}${list.path}${suffix === list.plainSuffix ? "" : `.${suffix}`}`;
  const address = pagedAddress(path, entries);
  return {
    // Addresses in feeds are whole, so they may depend on the host that was asked.
    key: withKey({ key }, address(request.page.cursor), publicOrigin(service, moment, asked)),
    make: () => makeList(service, list, asked, { moment, request, address }),
  };
}

/** What was understood of a request for a list. */
type Understood = {
  readonly moment: Moment;
  readonly request: ListRequest;
  readonly address: PagedAddress;
};

async function makeList(
  service: Service,
  list: List,
  asked: Asked,
  { moment, request, address }: Understood,
): Promise<Made> {
  const { status } = moment;
  const { suffix, mediaType } = asked.format;
  const { query, page, view } = request;
  const options = { ...page, excerpts: view.highlight, signal: asked.signal };
  // Forms that cannot say so must not be taken for the whole. A JSON Feed may end with `.json` as well.
  if (status.state === "building" && mediaType !== "application/json") throw unavailable(status);
  const typed = request.entries.find(([name]) => name === "q")?.[1] ?? "";
  const found = await withoutUnseen(
    service,
    moment,
    await service.archive.search(query, options),
    typed,
    asked.signal,
  );
  if (list.subject !== undefined && found.total === 0 && !found.timedOut)
    await refuseUnknown(service, moment, list.subject, request);
  const links = {
    self: address(page.cursor),
    first: page.cursor === undefined ? undefined : address(),
    next: found.next === undefined ? undefined : address(found.next),
  };
  const context: ListContext = {
    timeZone: status.timeZone,
    status,
    cursor: page.cursor,
    warnings: request.warnings,
    links: { article: (id) => articleUrl(service, id), list: address },
  };
  const isFeed = [rss, atom, jsonFeedFormat].some((each) => each.mediaType === mediaType);
  const body = isFeed
    ? await feedBody(service, moment, asked, found, {
        ...links,
        name: status.name,
        subject: subjectOf(list, found),
      })
    : listBody(service, suffix, found, context, request);
  return {
    body,
    links,
    isPartial: found.timedOut || found.generation !== status.generation,
  };
}

function listBody(
  service: Service,
  suffix: string,
  found: Page,
  context: ListContext,
  { view }: ListRequest,
): Made["body"] {
  if (suffix === "csv") return listCsv(found, context);
  if (view.fields === undefined) return joined(service, suffix, found, context);
  const list = listJson(found, context);
  const data = list.data.map((each) => shownFields(each, view));
  return suffix === "ndjson"
    ? data.map((each) => `${JSON.stringify(each)}\n`).join("")
    : `${JSON.stringify({ ...list, data })}\n`;
}

/** The same bytes as `JSON.stringify` of the list, with its articles as they were written before. */
function joined(
  { fragments }: Service,
  suffix: string,
  found: Page,
  context: ListContext,
): Made["body"] {
  const hits = fragments.hitsOf(found, context);
  if (suffix === "ndjson") return Buffer.concat(hits.flatMap((hit) => [...hit, lineEnd]));
  const { data: _, ...rest } = listJson({ ...found, hits: [] }, context);
  return Buffer.concat([
    Buffer.from('{"data":['),
    ...hits.flatMap((hit, place) => (place === 0 ? hit : [comma, ...hit])),
    Buffer.from(`],${JSON.stringify(rest).slice(1)}\n`),
  ]);
}

const comma = Buffer.from(",");
const lineEnd = Buffer.from("\n");

async function feedBody(
  service: Service,
  moment: Moment,
  asked: Asked,
  found: Page,
  about: {
    name: string;
    subject: string | undefined;
    self: string;
    first: string | undefined;
    next: string | undefined;
  },
): Promise<string> {
  const { format, signal } = asked;
  const origin = publicOrigin(service, moment, asked);
  const feed = feedOf(found, {
    ...publishingOf(moment),
    name: about.name,
    subject: about.subject,
    selfUrl: `${origin}${about.self}`,
    firstUrl: `${origin}${about.first ?? about.self}`,
    nextUrl: about.next && `${origin}${about.next}`,
    homeUrl: `${origin}${service.basePath}/v1`,
    articleUrl: (id) => `${origin}${articleUrl(service, id)}`,
    pictures: service.pictures,
    ...(service.fullText ? { whole: await wholeArticles(service, found, signal) } : {}),
  });
  if (format.mediaType === rss.mediaType) return rssFeed(feed);
  return format.mediaType === atom.mediaType
    ? atomFeed(feed)
    : `${JSON.stringify(jsonFeed(feed))}\n`;
}

async function wholeArticles(
  { archive }: Service,
  { hits, generation }: Page,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Article>> {
  const found = await Promise.all(hits.map(({ article }) => archive.get(article.id, { signal })));
  return new Map(
    found.flatMap((each) =>
      // One that has changed meanwhile belongs to another answer.
      each === undefined || each.generation !== generation ? [] : [[each.article.id, each.article]],
    ),
  );
}

/** What a feed of one section or one keyword is called. */
function subjectOf({ subject }: List, { hits }: Page): string | undefined {
  const [name, key] = subject ?? [];
  if (name !== "section" || key === undefined) return key;
  const named = hits.find(({ article }) => article.section?.key === key.toLowerCase());
  return named?.article.section?.label ?? key;
}

/** @throws {Failure} for what only JSON can show. */
function refuseView({ view }: ListRequest): void {
  if (view.entries.length === 0) return;
  throw new Failure("invalid-parameters", {
    detail: "These parameters go with JSON and NDJSON.",
    errors: view.entries.map(([parameter]) => ({
      parameter,
      detail: "Leave it out in this format.",
    })),
  });
}
