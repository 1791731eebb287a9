import { atom, jsonFeedFormat, rss, type Format } from "./format.ts";
import { planList } from "./list-answer.ts";
import type { Resource } from "./resource.ts";
import type { Service } from "./service.ts";

/** The forms of a feed. Readers that say nothing of what they take are given RSS. */
const feedFormats: readonly Format[] = [rss, atom, { ...jsonFeedFormat, suffix: "json" }];

const common = {
  formats: feedFormats,
  description: "A feed",
  problems: ["cursor-invalid", "cursor-expired"],
  takesQuery: true,
  tagged: true,
} as const satisfies Partial<Resource>;

/** `/feeds/…`: lists as feed readers take them: of everything, of any search, of a section, of a keyword. */
export function feeds(service: Service): readonly Resource[] {
  return [
    {
      ...common,
      path: "/feeds/all",
      operationId: "getFeed",
      summary: "A feed of the whole archive",
      plan: (asked) => planList(service, { path: "/feeds/all" }, asked),
    },
    {
      ...common,
      path: "/feeds/search",
      operationId: "getSearchFeed",
      summary: "A feed of any search",
      plan: (asked) => planList(service, { path: "/feeds/search" }, asked),
    },
    {
      ...common,
      path: "/feeds/section/:section",
      operationId: "getSectionFeed",
      summary: "A feed of a section",
      problems: [...common.problems, "resource-not-found"],
      plan(asked) {
        const { section = "" } = asked.parts;
        const path = `/feeds/section/${encodeURIComponent(section)}`;
        return planList(service, { path, subject: ["section", section] }, asked);
      },
    },
    {
      ...common,
      path: "/feeds/tag/:tag",
      operationId: "getTagFeed",
      summary: "A feed of a keyword",
      problems: [...common.problems, "resource-not-found"],
      plan(asked) {
        const { tag = "" } = asked.parts;
        const path = `/feeds/tag/${encodeURIComponent(tag)}`;
        return planList(service, { path, subject: ["tag", tag] }, asked);
      },
    },
  ];
}
