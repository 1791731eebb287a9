import {
  problemJson,
  type FoundArticle,
  type JsonSchema,
  type Problem,
  type ProblemJson,
} from "@broadsheet/core";
import { articleListSchema, type ArticleListJson } from "./article-list.ts";
import { json } from "./format.ts";
import { refuseParameters } from "./read-query.ts";
import type { Asked, Plan, Resource } from "./resource.ts";
import { allSeen, seenArticle } from "./seen.ts";
import { articleUrl, momentOf, withKey, type Moment, type Service } from "./service.ts";

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
        const found = await seenArticle(service, moment, id, signal);
        const { generation } = found;
        const problems = await toldProblems(service, moment, found);
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

/** The problems of an article without that of its id, where it tells of another article that may not be seen. */
async function toldProblems(
  service: Service,
  moment: Moment,
  { article: { path }, problems }: FoundArticle,
): Promise<readonly Problem[]> {
  const code = "id-duplicate";
  if (!problems.some((problem) => problem.code === code)) return problems;
  const { drafts, visibleAtMs } = allSeen(service, moment);
  const among = { drafts, ...(visibleAtMs === undefined ? {} : { visibleAtMs }) };
  const { total } = await service.archive.problems({ code, path, among, limit: 1 });
  return total > 0 ? problems : problems.filter((problem) => problem.code !== code);
}
