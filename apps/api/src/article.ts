import { articleJson, cleanLine } from "@broadsheet/core";
import type { Context } from "hono";
import { jsonAnswer } from "./answer.ts";
import { Failure } from "./failure.ts";
import { refuseParameters } from "./read-query.ts";
import type { Resource } from "./resource.ts";
import { articleUrl, serviceTag, type Service } from "./service.ts";
import { isVisible } from "./visibility.ts";

/** `/v1/articles/{id}`: one article in full. */
export function article(service: Service): Resource {
  const { archive, visibility, now, basePath } = service;

  async function handle(c: Context): Promise<Response> {
    refuseParameters(c.req.url);
    const id = c.req.param("id") ?? "";
    const [status, found] = await Promise.all([
      archive.status(),
      archive.get(id, { signal: c.req.raw.signal }),
    ]);
    // One answer for what is not there and for what may not be seen: the difference would tell of it.
    if (found === undefined || !isVisible(found.article, visibility, now())) {
      throw new Failure("article-not-found", {
        detail: `There is no article with the id “${cleanLine(id)}”.`,
      });
    }
    const body = articleJson(found, {
      timeZone: status.timeZone,
      links: {
        article: (other) => articleUrl(service, other),
        list: () => `${basePath}/v1/articles`,
      },
    });
    return jsonAnswer(c, body, {
      etag: serviceTag(service, "article", found.generation, id),
      links: { self: body.links?.self, collection: `${basePath}/v1/articles` },
    });
  }

  return {
    path: "/v1/articles/:id",
    operationId: "getArticle",
    summary: "One article in full",
    answer: { description: "The article", schema: "Article" },
    problems: ["article-not-found"],
    takesQuery: false,
    tagged: true,
    handle,
  };
}
