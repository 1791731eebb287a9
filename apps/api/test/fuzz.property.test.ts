import { parameters, type Parameter } from "@broadsheet/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { schemaFaults } from "../../../packages/core/test/presentation/schema-faults.ts";
import { createApp } from "../src/app.ts";
import type { OpenApiDocument } from "../src/openapi-document.ts";
import { articleView, listView, type ViewParameter } from "../src/view.ts";
import { many, words } from "./many-articles.ts";
import { archiveOf, bodyOf, presentMs } from "./river-archive.ts";

const app = createApp(archiveOf(many), { now: () => presentMs });

describe("whatever is asked", () => {
  let document: OpenApiDocument;
  beforeAll(async () => {
    document = await bodyOf(await app.request("/openapi.json"));
  });

  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "",
      "%00",
      "../../etc/passwd",
      "' OR 1=1 --",
      '"',
      "*",
      "-",
      "NEAR(a b)",
      "1e999",
      "\u202e",
    ),
    fc.integer().map(String),
    fc.string({ unit: "grapheme", minLength: 1_001, maxLength: 1_200 }),
  );
  const anyInstant = fc
    .date({ min: new Date("1500-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString());

  /** What a parameter is described to take. */
  const rightValue = ({ form, example }: Parameter | ViewParameter): fc.Arbitrary<string> => {
    switch (form.type) {
      case "choice":
        return fc.constantFrom(...form.values);
      case "list":
        return fc.subarray([...(form.values ?? [example, "_none"])], { minLength: 1 }).map(String);
      case "integer":
        return fc.integer({ min: form.minimum, max: form.maximum }).map(String);
      case "date":
        return fc.oneof(fc.constantFrom("2024", "2024-05", "2024-05-01"), anyInstant);
      case "text":
        return fc.constantFrom(...words, '"a b" -c d*');
      case "cursor":
        return fc.constant(example);
    }
  };
  const anyEntry = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .constantFrom<(Parameter | ViewParameter)[]>(...parameters, ...listView, ...articleView)
        .chain((parameter) =>
          fc.tuple(
            fc.constant<string>(parameter.name),
            fc.oneof(
              { weight: 5, arbitrary: rightValue(parameter) },
              { weight: 1, arbitrary: hostile },
            ),
          ),
        ),
    },
    { weight: 1, arbitrary: fc.tuple(fc.string({ unit: "binary" }), fc.string()) },
  );
  const anyRequest = fc.record({
    path: fc.oneof(
      { weight: 5, arbitrary: fc.constant("/v1/articles") },
      {
        weight: 2,
        arbitrary: fc
          .oneof(
            fc.string({ unit: "binary" }),
            fc.constantFrom("article-1", "article-9", "a/b", "%"),
          )
          .filter((id) => !["", ".", ".."].includes(id))
          .map((id) => `/v1/articles/${encodeURIComponent(id.toWellFormed())}`),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...["json", "ndjson", "csv", "rss", "atom", "feed.json"].map(
            (each) => `/v1/articles.${each}`,
          ),
          ...["json", "html", "txt", "md", "jsonld", "ninjs.json", "doc"].map(
            (each) => `/v1/articles/article-1.${each}`,
          ),
          "/v1/facets/section",
          "/v1/facets/tag",
          "/v1/timeline",
          "/v1/suggest",
          "/v1/problems",
          "/v1/articles/article-1/related",
          "/v1/articles/article-1/problems",
          ...["rss", "atom", "json"].flatMap((each) => [
            `/feeds/all.${each}`,
            `/feeds/search.${each}`,
            `/feeds/section/national.${each}`,
          ]),
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom("/v1", "/healthz", "/readyz", "/openapi.json") },
    ),
    entries: fc.uniqueArray(anyEntry, { selector: ([name]) => name, maxLength: 4 }),
    accept: fc.constantFrom(
      "*/*",
      "application/json",
      "*/*",
      "text/html",
      "application/atom+xml",
      "text/csv;q=0.2, text/*;q=0.1, application/ld+json",
      "application/json;q=0",
      ",;=",
    ),
  });

  it("is answered as it is described, and never by a fault of ours", async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(anyRequest, async ({ path, entries, accept }) => {
        const query = new URLSearchParams(
          entries.map(([name, value]): [string, string] => [name, value]),
        );
        const response = await app.request(
          `${path}${entries.length > 0 ? `?${String(query)}` : ""}`,
          { headers: { Accept: accept } },
        );
        if (response.status === 200) answered++;
        expect(response.status).toBeLessThan(500);
        const template = path
          .replace(/^\/v1\/articles\/[^/]*/, "/v1/articles/{id}")
          .replace(/(?<=\{id\})\/(?!related$|problems$).*/, "")
          .replace(/^\/v1\/facets\/.*/, "/v1/facets/{field}")
          .replace(/^\/feeds\/section\/.*/, "/feeds/section/{section}")
          .replace(/^(\/feeds\/\w+|\/v1\/articles)\..*/, "$1");
        const described = document.paths[template]?.get.responses[response.status];
        const content = described?.content ?? {};
        const header = response.headers.get("content-type") ?? "";
        const mediaType = header in content ? header : header.replace(/;.*/, "");
        expect(Object.keys(content)).toContain(mediaType);
        const text = await response.text();
        const schema = content[mediaType]?.schema ?? { enum: [] };
        if (!/\/(?:\w+\+)?json\b/.test(mediaType) || template === "/openapi.json") return;
        const isChosen = entries.some(([name]) => name === "fields" || name === "body");
        const faults = schemaFaults(JSON.parse(text), schema, document.components.schemas);
        if (isChosen && response.status === 200) return;
        expect(faults).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(answered).toBeGreaterThan(300);
  });
});
