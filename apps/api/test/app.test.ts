import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { problemTypes } from "../src/problem-types.ts";
import { bodyOf, riverApp } from "./river-archive.ts";

describe("createApp", () => {
  it("can be mounted in another application, failures and links included", async () => {
    const site = new Hono();
    site.get("/", (c) => c.text("the site"));
    site.route("/archive", riverApp({ basePath: "/archive" }));

    const list = await site.request("/archive/v1/articles?limit=1");
    const { links } = await bodyOf<{ links: { next: string } }>(list);
    expect(links.next).toMatch(/^\/archive\/v1\/articles\?/);
    expect((await site.request(links.next)).status).toBe(200);
    expect((await site.request("/archive/v1/articles", { method: "POST" })).status).toBe(405);
    expect(await bodyOf(await site.request("/archive/v1/artcles"))).toMatchObject({
      type: "/archive/problem-types/resource-not-found",
      detail: "There is nothing at this address. Did you mean /archive/v1/articles?",
    });
    expect(await (await site.request("/")).text()).toBe("the site");
    expect((await site.request("/elsewhere")).status).toBe(404);
  });

  it.for(["/", "/v1", "/v1/articles", "/openapi.json", "/healthz", "/nowhere"])(
    "answers %s with headers that let nothing run",
    async (path) => {
      const { headers } = await riverApp().request(path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  it("names each kind of failure in a word that can stand in an address", () => {
    for (const type of Object.keys(problemTypes)) expect(type).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
