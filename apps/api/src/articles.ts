import { listJson } from "@broadsheet/core";
import type { Context } from "hono";
import { isFresh, jsonAnswer, notModified } from "./answer.ts";
import { readQuery } from "./read-query.ts";
import type { Resource } from "./resource.ts";
import { articleUrl, serviceTag, type Service } from "./service.ts";
import { embargoWatch } from "./visibility.ts";

/** `/v1/articles`: the articles that match a query, page by page. */
export function articles(service: Service): Resource {
  const { archive, visibility, now, basePath } = service;
  const nextEmbargo = embargoWatch(archive, visibility);

  async function handle(c: Context): Promise<Response> {
    const nowMs = now();
    const status = await archive.status();
    const { query, page, entries } = readQuery(c.req.url, {
      timeZone: status.timeZone,
      drafts: visibility.drafts,
      ...(visibility.future ? {} : { visibleAtMs: nowMs }),
    });
    const asked = new URLSearchParams(
      entries.map(([name, value]): [string, string] => [name, value]),
    );
    const untilMs = await nextEmbargo(status, nowMs);
    // What can be seen of a generation stays the same until the next article is due.
    const tag =
      status.state === "building" || untilMs === undefined
        ? undefined
        : serviceTag(service, "articles", status.generation, String(asked), String(untilMs));
    if (isFresh(c, tag)) return notModified({ etag: tag });

    const found = await archive.search(query, { ...page, signal: c.req.raw.signal });
    const body = listJson(found, {
      timeZone: status.timeZone,
      status,
      cursor: page.cursor,
      links: {
        article: (id) => articleUrl(service, id),
        list: (cursor) => listUrl(basePath, asked, cursor),
      },
    });
    return jsonAnswer(c, body, {
      etag: found.timedOut || found.generation !== status.generation ? undefined : tag,
      links: { self: body.links?.self, next: body.links?.next },
    });
  }

  return {
    path: "/v1/articles",
    operationId: "listArticles",
    summary: "The articles that match, page by page",
    answer: { description: "A page of articles", schema: "ArticleList" },
    problems: ["cursor-invalid", "cursor-expired"],
    takesQuery: true,
    tagged: true,
    handle,
  };
}

function listUrl(basePath: string, asked: URLSearchParams, cursor: string | undefined): string {
  const parameters = new URLSearchParams(asked);
  if (cursor !== undefined) parameters.set("cursor", cursor);
  return `${basePath}/v1/articles${parameters.size === 0 ? "" : `?${String(parameters)}`}`;
}
