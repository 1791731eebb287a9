import { describe, expect, it } from "vitest";
import type { ArchiveStatus, Hit, Page } from "../../src/archive/archive.ts";
import { listJson } from "../../src/presentation/list-json.ts";
import { anArticle } from "./an-article.ts";

const context = { timeZone: "UTC" };
const plainHit: Hit = {
  article: anArticle(),
  headline: { text: "The ferry keeps its winter hours", highlights: [] },
  cursor: "c1",
};
const page: Page = {
  hits: [plainHit],
  total: 1,
  totalRelation: "eq",
  order: "newest",
  generation: "g.1",
  timedOut: false,
  facets: {},
};
const status: ArchiveStatus = {
  name: "River",
  folder: "/river",
  timeZone: "UTC",
  state: "building",
  filesDone: 1,
  filesTotal: 3,
  articles: 1,
  problems: { error: 0, warning: 0, note: 0 },
  leftOut: 0,
  generation: "g.1",
  notices: [],
};

describe("listJson", () => {
  it("puts articles, what is known of the list, and nothing that was not asked for", () => {
    const json = JSON.parse(JSON.stringify(listJson(page, context)));
    expect(Object.keys(json)).toEqual(["data", "meta"]);
    expect(json.data[0]).not.toHaveProperty("match");
    expect(json.meta).toEqual({
      total: 1,
      totalRelation: "eq",
      order: "newest",
      generation: "g.1",
      timedOut: false,
    });
  });

  it("says how an article matches", () => {
    const hit: Hit = {
      ...plainHit,
      headline: { text: plainHit.headline.text, highlights: [[4, 9]] },
      excerpt: { text: "It leaves", highlights: [[3, 9]] },
      score: 1.5,
    };
    expect(listJson({ ...page, hits: [hit] }, context).data[0]?.match).toEqual({
      headline: [[4, 9]],
      excerpt: { text: "It leaves", highlights: [[3, 9]] },
      score: 1.5,
    });
  });

  it("gives the next page as a cursor and, where there are addresses, as a link", () => {
    const links = {
      article: (id: string) => `/a/${id}`,
      list: (cursor?: string) => `/a?cursor=${cursor ?? ""}`,
    };
    const json = listJson({ ...page, next: "c9" }, { ...context, links, cursor: "c1" });
    expect(json.meta.nextCursor).toBe("c9");
    expect(json.links).toEqual({ self: "/a?cursor=c1", next: "/a?cursor=c9" });
  });

  it("does not call a total exact while the index is being built", () => {
    const { meta } = listJson(page, { ...context, status });
    expect(meta).toMatchObject({ totalRelation: "gte", building: { progress: 0.33 } });
    expect(
      listJson(page, { ...context, status: { ...status, state: "checking" } }).meta,
    ).toMatchObject({
      totalRelation: "eq",
      building: undefined,
    });
  });

  it("counts what was asked for, those without a value too", () => {
    const counts = [
      { value: "national", label: "National", count: 2 },
      { value: null, label: "", count: 1 },
    ];
    expect(listJson({ ...page, facets: { section: counts } }, context).facets).toEqual({
      section: counts,
    });
  });
});
