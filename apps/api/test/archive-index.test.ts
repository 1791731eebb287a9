import { describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { archiveOf, bodyOf, presentMs, river, riverApp } from "./river-archive.ts";

describe("GET /v1", () => {
  it("tells what the archive is and leads on", async () => {
    const response = await riverApp().request("/v1");
    expect(await response.json()).toEqual({
      name: "The River Gazette",
      timeZone: "UTC",
      articles: 4,
      firstPublished: "2023",
      lastPublished: "2024-05-03T08:15:00.000Z",
      generation: expect.stringMatching(/^00000000\.\d+$/),
      links: expect.objectContaining({
        self: "/v1",
        articles: "/v1/articles",
        article: "/v1/articles/{id}",
        openapi: "/openapi.json",
      }),
    });
    expect(response.headers.get("link")).toBe(
      '</openapi.json>; rel="service-desc", </docs>; rel="service-doc"',
    );
  });

  it.for([undefined, () => undefined])("leads to every address that is described", async (raw) => {
    const app = riverApp({ basePath: "/archive", ...(raw && { raw }) });
    const { links }: { links: Record<string, string> } = await bodyOf(await app.request("/v1"));
    const { paths }: { paths: object } = await bodyOf(await app.request("/openapi.json"));
    const described = Object.keys(paths).filter((path) => !/^\/(?:\w+z|docs\.js)$/.test(path));
    expect(Object.values(links).map((link) => link.replace(/\{\?.*/, ""))).toEqual(
      expect.arrayContaining(described.map((path) => `/archive${path}`)),
    );
    expect(Object.keys(links)).toHaveLength(described.length);
  });

  it("says what the settings say of who publishes it", async () => {
    const shown = {
      publisher: { name: "River Press", url: "https://press.example/" },
      baseUrl: "https://news.example/river/",
      license: "CC-BY-4.0",
    };
    const app = createApp(archiveOf(river, shown), { now: () => presentMs });
    expect(await bodyOf(await app.request("/v1"))).toMatchObject(shown);
  });

  it("does not tell where the folder is", async () => {
    expect(await (await riverApp().request("/v1")).text()).not.toContain("/memory");
  });

  it("is where the top leads", async () => {
    const response = await riverApp({ basePath: "/archive" }).request("/");
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe("/archive/v1");
  });

  it("has no dates when nothing is dated", async () => {
    const app = createApp(archiveOf([{ id: "note" }]), { now: () => presentMs });
    expect(await (await app.request("/v1")).json()).not.toHaveProperty("firstPublished");
  });

  it("says how far the index is while it is built", async () => {
    const app = createApp(archiveOf(river, { state: "building" }), { now: () => presentMs });
    expect(await (await app.request("/v1")).json()).toMatchObject({ building: { progress: 1 } });
  });
});
