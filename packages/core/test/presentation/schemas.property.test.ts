import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArchiveStatus, Page } from "../../src/archive/archive.ts";
import { articleJson } from "../../src/presentation/article-json.ts";
import { articleSummaryJson } from "../../src/presentation/article-summary-json.ts";
import type { JsonSchema } from "../../src/presentation/json-schema.ts";
import { listJson } from "../../src/presentation/list-json.ts";
import { problemJson } from "../../src/presentation/problem-json.ts";
import { schemas } from "../../src/presentation/schemas.ts";
import { statusJson } from "../../src/presentation/status-json.ts";
import { anyArticle } from "./arbitrary-article.ts";
import { anArticle } from "./an-article.ts";
import { schemaFaults } from "./schema-faults.ts";

const links = { article: (id: string) => `/a/${id.length}`, list: () => "/a" };
const context = fc.constantFrom({ timeZone: "UTC" }, { timeZone: "Asia/Phnom_Penh", links });
const problem = {
  code: "file-unreadable" as const,
  severity: "error" as const,
  path: "a.md",
  line: 3,
  column: 1,
  value: "EACCES",
  message: "It cannot be read.",
  action: "It is listed by its name.",
  remedy: "Let it be read.",
};
const ranges = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 });

/** What stands at the other end: JSON holds no `undefined` and no keys without a value. */
function received(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function named(name: string): JsonSchema {
  return schemas[name] ?? { enum: [] };
}

describe("the schemas", () => {
  it("describe every article, in full and as lists show it", () => {
    fc.assert(
      fc.property(anyArticle, context, (article, around) => {
        const found = { article, problems: [problem], generation: "g.1" };
        expect(
          schemaFaults(received(articleSummaryJson(article, around)), named("ArticleSummary")),
        ).toEqual([]);
        expect(schemaFaults(received(articleJson(found, around)), named("Article"))).toEqual([]);
      }),
    );
  });

  it("describe every page of a list", () => {
    const hit = fc.record(
      {
        article: anyArticle,
        headline: fc.record({ text: fc.string(), highlights: ranges }),
        excerpt: fc.record({ text: fc.string(), highlights: ranges }),
        score: fc.double({ noNaN: true, noDefaultInfinity: true }),
        cursor: fc.string(),
      },
      { requiredKeys: ["article", "headline", "cursor"] },
    );
    const counts = fc.array(
      fc.record({ value: fc.option(fc.string()), label: fc.string(), count: fc.nat() }),
    );
    const page: fc.Arbitrary<Page> = fc.record(
      {
        hits: fc.array(hit, { maxLength: 3 }),
        total: fc.nat(),
        totalRelation: fc.constantFrom("eq", "gte"),
        order: fc.constantFrom("newest", "oldest", "relevance"),
        generation: fc.string(),
        timedOut: fc.boolean(),
        rankedNewest: fc.nat(),
        holdingAll: fc.nat(),
        meant: fc.string(),
        facets: fc.record({ section: counts, lang: counts, year: counts }, { requiredKeys: [] }),
        next: fc.string(),
      },
      {
        requiredKeys: [
          "hits",
          "total",
          "totalRelation",
          "order",
          "generation",
          "timedOut",
          "facets",
        ],
      },
    );
    fc.assert(
      fc.property(page, context, fc.boolean(), (results, around, building) => {
        const status = building ? { status: buildingStatus } : {};
        expect(
          schemaFaults(received(listJson(results, { ...around, ...status })), named("ArticleList")),
        ).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("describe problems and the status", () => {
    expect(schemaFaults(received(problemJson(problem)), named("FileProblem"))).toEqual([]);
    expect(schemaFaults(received(statusJson(buildingStatus)), named("ArchiveStatus"))).toEqual([]);
  });

  it("find what is missing, of another type, and not described", () => {
    const right = received(articleSummaryJson(anArticle(), { timeZone: "UTC" }));
    for (const wrong of [
      { id: 3 },
      { keywords: "a" },
      { wordCount: -1 },
      { colour: "red" },
      { section: {} },
    ]) {
      expect(
        schemaFaults({ ...(right as object), ...wrong }, named("ArticleSummary")),
      ).toHaveLength("section" in wrong ? 2 : 1);
    }
  });
});

const buildingStatus: ArchiveStatus = {
  name: "River",
  folder: "/river",
  timeZone: "UTC",
  state: "building",
  filesDone: 1,
  filesTotal: 3,
  secondsLeft: 40,
  articles: 1,
  firstMs: 0,
  lastMs: 1,
  problems: { error: 0, warning: 0, note: 0 },
  leftOut: 0,
  generation: "g.1",
  notices: [],
};
