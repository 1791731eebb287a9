import { describe, expect, it } from "vitest";
import { articleSummaryJson } from "../../src/presentation/article-summary-json.ts";
import { anArticle } from "./an-article.ts";

const context = { timeZone: "UTC" };

describe("articleSummaryJson", () => {
  it("leaves out what an article does not have", () => {
    expect(JSON.parse(JSON.stringify(articleSummaryJson(anArticle(), context)))).toEqual({
      id: "ART2405020815",
      path: "2024/ferry.md",
      headline: "The ferry keeps its winter hours",
      standfirst: false,
      keywords: [],
      author: [],
      wordCount: 4,
      readingMinutes: 1,
      draft: false,
      provenance: { frontMatter: "yaml", inferred: [] },
    });
  });

  it("gives the date as a string to sort and show, and all that is known of it beside", () => {
    const epochMs = Date.UTC(2024, 4, 2, 1, 15);
    const datePublished = {
      written: "2024-05-02T08:15+07:00",
      precision: "minute" as const,
      offset: "+07:00",
      epochMs,
      endMs: epochMs + 60_000,
      instant: "2024-05-02T01:15:00.000Z",
    };
    expect(articleSummaryJson(anArticle({ datePublished }), context)).toMatchObject({
      datePublished: "2024-05-02T01:15:00.000Z",
      datePublishedDetail: {
        written: "2024-05-02T08:15+07:00",
        precision: "minute",
        offset: "+07:00",
        start: "2024-05-02T01:15:00.000Z",
        end: "2024-05-02T01:16:00.000Z",
      },
    });
  });

  it("says which section to filter by and what to show for it", () => {
    const section = { written: "NATIONAL", key: "national", label: "National" };
    expect(articleSummaryJson(anArticle({ section }), context).section).toEqual({
      key: "national",
      label: "National",
    });
  });

  it("links only where there are addresses", () => {
    const links = { article: (id: string) => `/a/${id}`, list: () => "/a" };
    expect(articleSummaryJson(anArticle(), { ...context, links }).links).toEqual({
      self: "/a/ART2405020815",
    });
  });

  it("keeps the body and what only the full article has to itself", () => {
    const keys = Object.keys(articleSummaryJson(anArticle({ code: "ART-1" }), context));
    expect(keys).not.toContain("body");
    expect(keys).not.toContain("code");
  });
});
