import { listFormats, planList } from "./list-answer.ts";
import type { Resource } from "./resource.ts";
import type { Service } from "./service.ts";
import { listView } from "./view.ts";

/** `/v1/articles`: the articles that match a query, page by page. */
export function articles(service: Service): Resource {
  return {
    path: "/v1/articles",
    operationId: "listArticles",
    summary: "The articles that match, page by page",
    description: "A page of articles",
    formats: listFormats,
    problems: ["cursor-invalid", "cursor-expired"],
    takesQuery: true,
    view: listView,
    tagged: true,
    plan: (asked) => planList(service, { path: "/v1/articles", plainSuffix: "json" }, asked),
  };
}
