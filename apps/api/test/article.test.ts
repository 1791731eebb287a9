import { describe, expect, it } from "vitest";
import { bodyOf, riverApp } from "./river-archive.ts";

describe("GET /v1/articles/{id}", () => {
  it("gives the article in full, with the way back", async () => {
    const response = await riverApp().request("/v1/articles/ferry-hours");
    expect(response.status).toBe(200);
    expect(response.headers.get("link")).toBe(
      '</v1/articles/ferry-hours>; rel="self", </v1/articles>; rel="collection"',
    );
    expect(await response.json()).toMatchObject({
      id: "ferry-hours",
      headline: "The ferry keeps its winter hours",
      datePublished: "2024-05-02T08:15:00.000Z",
      body: { text: "It leaves at six, bridge or no bridge.", blocks: [{ type: "paragraph" }] },
      problems: [],
      links: { self: "/v1/articles/ferry-hours" },
    });
  });

  it("finds ids of every script, encoded or not", async () => {
    for (const path of ["/v1/articles/ស្ពាន", `/v1/articles/${encodeURIComponent("ស្ពាន")}`]) {
      expect((await riverApp().request(path)).status).toBe(200);
    }
  });

  it("answers 304 to who has it", async () => {
    const app = riverApp();
    const first = await app.request("/v1/articles/ferry-hours");
    const headers = { "If-None-Match": `"other", W/${first.headers.get("etag")}` };
    const second = await app.request("/v1/articles/ferry-hours", { headers });
    expect(second.status).toBe(304);
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(second.headers.get("vary")).toBe(first.headers.get("vary"));
  });

  it("answers any tag with 304 only where there is an article", async () => {
    const headers = { "If-None-Match": "*" };
    expect((await riverApp().request("/v1/articles/ferry-hours", { headers })).status).toBe(304);
    expect((await riverApp().request("/v1/articles/hidden-draft", { headers })).status).toBe(404);
  });

  it.for([
    "nobody",
    "a%2Fb",
    "..%2F..%2Fetc%2Fpasswd",
    "%2e%2e%2fetc",
    "C:%5Cboot.ini",
    "a.md",
    "__proto__",
  ])("has no article %s", async (id) => {
    const response = await riverApp().request(`/v1/articles/${id}`);
    expect(response.status).toBe(404);
    expect((await bodyOf<{ type: string }>(response)).type).toMatch(
      /\/(article|resource)-not-found$/,
    );
  });

  it("repeats an unknown id without what would steer a terminal", async () => {
    const response = await riverApp().request("/v1/articles/%E2%80%AEx%C2%A0y");
    expect((await bodyOf<{ detail: string }>(response)).detail).toBe(
      "There is no article with the id “x\u00a0y”.",
    );
  });
});
