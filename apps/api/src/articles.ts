import { canonicalQuery, listJson } from "@broadsheet/core";
import { json } from "./format.ts";
import { readQuery } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { articleUrl, momentOf, withKey, type Service } from "./service.ts";

/** `/v1/articles`: the articles that match a query, page by page. */
export function articles(service: Service): Resource {
  const { archive, visibility, basePath } = service;

  async function plan({ url, signal }: Asked): Promise<Plan> {
    const moment = await momentOf(service);
    const { status } = moment;
    const { query, page, entries, warnings } = readQuery(url, {
      timeZone: status.timeZone,
      nowMs: moment.nowMs,
      drafts: visibility.drafts,
      ...(visibility.future ? {} : { visibleAtMs: moment.nowMs }),
    });
    const asked = new URLSearchParams(
      entries.map(([name, value]): [string, string] => [name, value]),
    );
    // A date such as “yesterday” in it is a day by now; what may be seen yet is in the moment's key.
    const { visibleAtMs: _, ...meant } = query;
    return {
      key: withKey(moment, String(asked), canonicalQuery(meant), JSON.stringify(warnings)),
      async make() {
        const found = await archive.search(query, { ...page, signal });
        const body = listJson(found, {
          timeZone: status.timeZone,
          status,
          cursor: page.cursor,
          warnings,
          links: {
            article: (id) => articleUrl(service, id),
            list: (cursor) => listUrl(basePath, asked, cursor),
          },
        });
        return {
          body: `${JSON.stringify(body)}\n`,
          links: { self: body.links?.self, next: body.links?.next },
          isPartial: found.timedOut || found.generation !== status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/articles",
    operationId: "listArticles",
    summary: "The articles that match, page by page",
    description: "A page of articles",
    formats: [json("ArticleList")],
    problems: ["cursor-invalid", "cursor-expired"],
    takesQuery: true,
    tagged: true,
    plan,
  };
}

function listUrl(basePath: string, asked: URLSearchParams, cursor: string | undefined): string {
  const parameters = new URLSearchParams(asked);
  if (cursor !== undefined) parameters.set("cursor", cursor);
  return `${basePath}/v1/articles${parameters.size === 0 ? "" : `?${String(parameters)}`}`;
}
