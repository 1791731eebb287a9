import { parameters } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "../src/openapi-document.ts";
import { riverApp } from "./river-archive.ts";

const response = await riverApp({ basePath: "" }).request("/openapi.json");
const text = await response.text();
const document = JSON.parse(text) as ReturnType<typeof openApiDocument>;

describe("the OpenAPI document", () => {
  it("describes every address, itself too", () => {
    expect(Object.keys(document.paths)).toEqual([
      "/v1",
      "/v1/articles",
      "/v1/articles/{id}",
      "/v1/articles/{id}/related",
      "/v1/articles/{id}/problems",
      "/v1/facets/{field}",
      "/v1/timeline",
      "/v1/suggest",
      "/v1/changes",
      "/v1/problems",
      "/feeds/all",
      "/feeds/search",
      "/feeds/section/{section}",
      "/feeds/tag/{tag}",
      "/problem-types/{type}",
      "/healthz",
      "/readyz",
      "/docs",
      "/docs.js",
      "/openapi.json",
    ]);
  });

  it("describes the parameters of a query as they are read", () => {
    const described = document.paths["/v1/articles"]?.get.parameters ?? [];
    expect(described.map(({ name }) => name)).toEqual([
      ...parameters.map(({ name }) => name),
      "fields",
      "highlight",
    ]);
    expect(described.find(({ name }) => name === "limit")?.schema).toEqual({
      type: "integer",
      minimum: 1,
      maximum: 500,
      default: 20,
    });
    expect(described.find(({ name }) => name === "facets")?.schema).toEqual({
      type: "array",
      items: { type: "string", enum: ["section", "lang", "tag", "author", "source", "year"] },
    });
  });

  it("describes parameters of the path", () => {
    expect(document.paths["/v1/articles/{id}"]?.get.parameters).toMatchObject([
      { name: "id", in: "path", required: true },
      { name: "fields", in: "query" },
      { name: "body", in: "query" },
      { name: "include", in: "query" },
    ]);
  });

  it("refers to nothing that is not there, and holds nothing that is not referred to", () => {
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      (match) => match[1],
    );
    const unused = new Set(Object.keys(document.components.schemas)).difference(
      new Set(references),
    );
    expect(
      [...new Set(references)].filter((name) => !((name ?? "") in document.components.schemas)),
    ).toEqual([]);
    expect([...unused]).toEqual([]);
  });

  it("gives every operation a name of its own", () => {
    const names = [...text.matchAll(/"operationId":"(\w+)"/g)].map((match) => match[1]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(40);
  });

  it("can be kept until the program changes", async () => {
    const headers = { "If-None-Match": response.headers.get("etag") ?? "" };
    expect((await riverApp().request("/openapi.json", { headers })).status).toBe(304);
  });

  it("says where the application is mounted", () => {
    expect(openApiDocument([], { version: "1", basePath: "/archive" }).servers).toEqual([
      { url: "/archive" },
    ]);
  });
});
