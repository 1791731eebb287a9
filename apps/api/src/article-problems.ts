import { problemJson, type JsonSchema, type ProblemJson } from "@broadsheet/core";
import { articleListSchema, type ArticleListJson } from "./article-list.ts";
import { json } from "./format.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { seenArticle } from "./seen.ts";
import { articleUrl, momentOf, withKey, type Service } from "./service.ts";

/** What is not as it should be in an article's file. */
export type ArticleProblemsJson = ArticleListJson<ProblemJson>;

/** The schema of `ArticleProblemsJson`. */
export const articleProblemsSchema: JsonSchema = articleListSchema(
  "What is not as it should be in an article's file.",
  { $ref: "#/components/schemas/FileProblem" },
);

/** `/v1/articles/{id}/problems`: what is not as it should be in its file. */
export function articleProblems(service: Service): Resource {
  async function plan({ url, parts, signal }: Asked): Promise<Plan> {
    refuseParameters(url);
    const { id = "" } = parts;
    const moment = await momentOf(service);
    return {
      key: withKey(moment, id),
      async make() {
        const { problems, generation } = await seenArticle(service, moment, id, signal);
        const article = articleUrl(service, id);
        const body: ArticleProblemsJson = {
          data: problems.map(problemJson),
          meta: { generation },
          links: { self: `${article}/problems`, article },
        };
        return {
          body: `${JSON.stringify(body)}\n`,
          links: { self: body.links.self, up: article },
          isPartial: generation !== moment.status.generation,
        };
      },
    };
  }

  return {
    path: "/v1/articles/:id/problems",
    operationId: "listArticleProblems",
    summary: "What is not as it should be in an article's file",
    description: "The problems of its file",
    formats: [json("ArticleProblems")],
    problems: ["article-not-found"],
    takesQuery: false,
    tagged: true,
    plan,
  };
}
