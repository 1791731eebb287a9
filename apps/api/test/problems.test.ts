import { describe, expect, it } from "vitest";
import { schemaFaults } from "../../../packages/core/test/presentation/schema-faults.ts";
import { failureSchema } from "../src/failure-schema.ts";
import { problemTypes } from "../src/problem-types.ts";
import { problemFaults } from "./problem-details.ts";
import { bodyOf, riverApp } from "./river-archive.ts";

const routes = [
  "/v1",
  "/v1/articles",
  "/v1/articles/ferry-hours",
  "/problem-types/not-acceptable",
  "/openapi.json",
  "/healthz",
  "/readyz",
];

type BadInput = {
  readonly name: string;
  readonly request: (route: string) => [path: string, init?: RequestInit];
  readonly status: number;
};

const badInputs: readonly BadInput[] = [
  { name: "an unknown parameter", request: (route) => [`${route}?sektion=x`], status: 400 },
  { name: "a parameter without a name", request: (route) => [`${route}?=x`], status: 400 },
  {
    name: "broken encoding in the query",
    request: (route) => [`${route}?q=%E0%A4%A`],
    status: 400,
  },
  { name: "broken encoding in the path", request: (route) => [`${route}%ff`], status: 400 },
  { name: "a NUL in the path", request: (route) => [`${route}%00`], status: 400 },
  { name: "no end", request: (route) => [`${route}?q=${"a".repeat(20_000)}`], status: 414 },
  { name: "a slash at the end", request: (route) => [`${route}/`], status: 404 },
  {
    name: "two slashes at the start",
    request: (route) => [`http://localhost/${route}`],
    status: 404,
  },
  { name: "more path than there is", request: (route) => [`${route}/x.y/z`], status: 404 },
  {
    name: "no format it can give",
    request: (route) => [route, { headers: { Accept: "image/png" } }],
    status: 406,
  },
  {
    name: "a body",
    request: (route) => [route, { headers: { "Content-Length": "3" } }],
    status: 413,
  },
  {
    name: "a chunked body",
    request: (route) => [route, { headers: { "Transfer-Encoding": "chunked" } }],
    status: 413,
  },
  {
    name: "a page of another origin",
    request: (route) => [route, { headers: { Origin: "https://evil.example" } }],
    status: 403,
  },
  {
    name: "the origin of no page",
    request: (route) => [route, { headers: { Origin: "null" } }],
    status: 403,
  },
  {
    name: "a state that is past",
    request: (route) => [route, { headers: { "If-Match": '"past"' } }],
    status: 412,
  },
  { name: "another host", request: (route) => [`http://evil.example${route}`], status: 421 },
  ...["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY", "PROPFIND"].map((method) => ({
    name: method,
    request: (route: string): [string, RequestInit] => [route, { method }],
    status: 405,
  })),
];

const elsewhere = [
  "/v2",
  "/articles",
  "/v1/article",
  "/v1/artciles",
  "/favicon.ico",
  "/.env",
  "/*",
  "/v1/articles//",
];

async function problemOf(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const response = await riverApp({ allowedHosts: ["localhost"] }).request(path, init);
  const body = await bodyOf<Record<string, unknown>>(response);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("etag")).toBeNull();
  expect(problemFaults(body)).toEqual([]);
  expect(schemaFaults(body, failureSchema)).toEqual([]);
  expect(body["status"]).toBe(response.status);
  const kind = Object.entries(problemTypes).find(
    ([type]) => body["type"] === `/problem-types/${type}`,
  )?.[1];
  expect(kind).toMatchObject({ status: body["status"], title: body["title"] });
  expect(response.headers.get("allow")).toBe(response.status === 405 ? "GET, HEAD" : null);
  return body;
}

describe("every failure has one shape", () => {
  it.for(routes.flatMap((route) => badInputs.map((input) => ({ route, ...input }))))(
    "$route with $name",
    async ({ route, request, status }) => {
      expect(await problemOf(...request(route))).toMatchObject({ status });
    },
  );

  it.for(elsewhere)("%s", async (path) => {
    expect(await problemOf(path)).toMatchObject({ status: 404 });
  });

  it("names the parameter, what was given, what is wrong with it, and what was meant", async () => {
    expect(await problemOf("/v1/articles?limit=ten&sort=newst")).toMatchObject({
      type: "/problem-types/invalid-parameters",
      detail: "What is asked for cannot be understood: see errors for limit, sort.",
      errors: [
        {
          parameter: "limit",
          value: "ten",
          detail: "“ten” is not a whole number from 1 to 500. Give a number from 1 to 500.",
        },
        { parameter: "sort", value: "newst", suggestion: "newest" },
      ],
    });
  });

  it("names a cursor that cannot be followed", async () => {
    expect(await problemOf("/v1/articles?cursor=nonsense")).toMatchObject({
      type: "/problem-types/cursor-invalid",
      errors: [{ parameter: "cursor" }],
    });
  });

  it.for([
    ["/articles", "/v1/articles"],
    ["/v1/articles/", "/v1/articles"],
    ["/v1/artciles", "/v1/articles"],
    ["/openapi.jsn", "/openapi.json"],
    ["/health", "/healthz"],
  ])("says that %s was meant to be %s", async ([path = "", meant]) => {
    expect((await problemOf(path))["detail"]).toContain(`Did you mean ${meant}?`);
  });
});
