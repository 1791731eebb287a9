import {
  articleSummaryJson,
  type ArticleSummaryJson,
  type JsonContext,
  type JsonSchema,
} from "@broadsheet/core";
import { articleListSchema, type ArticleListJson } from "./article-list.ts";
import { unavailable } from "./failure.ts";
import { json } from "./format.ts";
import { withinGeneration, type OneGeneration } from "./one-generation.ts";
import { readViewOnly } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { allSeen, seenArticle } from "./seen.ts";
import { articleUrl, momentOf, withKey, type Moment, type Service } from "./service.ts";
import { listFields, relatedView, shownFields } from "./view.ts";

/** Articles about the same as another one. */
export type RelatedJson = ArticleListJson<ArticleSummaryJson> & {
  readonly meta: { readonly timedOut: boolean };
};

/** The schema of `RelatedJson`. */
export const relatedSchema: JsonSchema = articleListSchema(
  "Articles about the same as another one, the nearest first.",
  { $ref: "#/components/schemas/ArticleSummary" },
  {
    timedOut: { type: "boolean", description: "Whether others may be nearer, for lack of time." },
  },
);

/** Articles as lists show them, and whether there was too little time to find the nearest. */
type Related = { readonly articles: readonly ArticleSummaryJson[]; readonly timedOut: boolean };

/** The articles that are related to one and may be seen, as lists show them. */
export async function relatedTo(
  service: Service,
  moment: Moment,
  id: string,
  signal: AbortSignal,
): Promise<OneGeneration<Related>> {
  const context: JsonContext = {
    timeZone: moment.status.timeZone,
    links: {
      article: (other) => articleUrl(service, other),
      list: () => `${service.basePath}/v1/articles`,
    },
  };
  return withinGeneration(service.archive, async () => {
    await seenArticle(service, moment, id, signal);
    const among = allSeen(service, moment);
    const { articles, timedOut = false } = await service.archive.related(id, { among, signal });
    return { articles: articles.map((each) => articleSummaryJson(each, context)), timedOut };
  });
}

/** `/v1/articles/{id}/related`: the articles about the same. */
export function related(service: Service): Resource {
  async function plan({ url, parts, signal }: Asked): Promise<Plan> {
    const view = readViewOnly(url, relatedView, listFields);
    const { id = "" } = parts;
    const moment = await momentOf(service);
    const { status } = moment;
    return {
      key: withKey(moment, id, JSON.stringify(view.entries)),
      async make() {
        // The nearest of those that are there by now may be far from it.
        if (status.state === "building") throw unavailable(status);
        const { answer, generation } = await relatedTo(service, moment, id, signal);
        const article = articleUrl(service, id);
        const links: RelatedJson["links"] = { self: `${article}/related`, article };
        const data = answer.articles.map((each) => shownFields(each, view));
        const { timedOut } = answer;
        const meta = { generation: generation ?? status.generation, timedOut };
        return {
          body: `${JSON.stringify({ data, meta, links })}\n`,
          links: { self: links.self, up: article },
          isPartial: timedOut || generation !== status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/articles/:id/related",
    operationId: "listRelatedArticles",
    summary: "Articles about the same",
    description: "Articles, the nearest first",
    formats: [json("RelatedArticles")],
    problems: ["article-not-found", "unavailable"],
    takesQuery: false,
    view: relatedView,
    tagged: true,
    plan,
  };
}
