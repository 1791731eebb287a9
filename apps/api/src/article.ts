import { articleJson, cleanLine } from "@broadsheet/core";
import { Failure } from "./failure.ts";
import { json } from "./format.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { articleUrl, momentOf, withKey, type Service } from "./service.ts";
import { isVisible } from "./visibility.ts";

/** `/v1/articles/{id}`: one article in full. */
export function article(service: Service): Resource {
  const { archive, visibility, basePath } = service;

  async function plan({ url, parts, signal }: Asked): Promise<Plan> {
    refuseParameters(url);
    const { id = "" } = parts;
    const moment = await momentOf(service);
    return {
      key: withKey(moment, id),
      async make() {
        const found = await archive.get(id, { signal });
        // One answer for what is not there and for what may not be seen: the difference would tell of it.
        if (found === undefined || !isVisible(found.article, visibility, moment.nowMs)) {
          throw new Failure("article-not-found", {
            detail: `There is no article with the id “${cleanLine(id)}”.`,
          });
        }
        const body = articleJson(found, {
          timeZone: moment.status.timeZone,
          links: {
            article: (other) => articleUrl(service, other),
            list: () => `${basePath}/v1/articles`,
          },
        });
        return {
          body: `${JSON.stringify(body)}\n`,
          links: { self: body.links?.self, collection: `${basePath}/v1/articles` },
          isPartial: found.generation !== moment.status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/articles/:id",
    operationId: "getArticle",
    summary: "One article in full",
    description: "The article",
    formats: [json("Article")],
    problems: ["article-not-found"],
    takesQuery: false,
    tagged: true,
    plan,
  };
}
