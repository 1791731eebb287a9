import { describe, expect, it } from "vitest";
import { createApp, type AppOptions } from "@broadsheet/api";
import { Hono } from "hono";
import { archiveOf, presentMs, river } from "../../../apps/api/test/river-archive.ts";
import { createClient, RequestError, type Client } from "../src/index.ts";

/** A client of the river's archive, without a network; `asked` holds every address. */
function riverClient(
  basePath = "",
  options: Partial<AppOptions> = {},
): { client: Client; asked: string[] } {
  const archive = createApp(archiveOf(river), { now: () => presentMs, basePath, ...options });
  const app = new Hono().route(basePath === "" ? "/" : basePath, archive);
  const asked: string[] = [];
  const client = createClient(`http://localhost${basePath}/`, {
    fetch: async (url, init) => {
      asked.push(url);
      return app.request(url, init);
    },
  });
  return { client, asked };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe("a client", () => {
  it("asks for a page by the parameters of the address", async () => {
    const { client, asked } = riverClient();
    const { data, meta, facets } = await client.articles({
      q: "bridge & deck -no",
      section: ["business", "national"],
      facets: ["lang"],
      limit: 1,
    });
    expect(data).toMatchObject([{ id: "bridge-early", headline: "Bridge deck closes early" }]);
    expect(meta.total).toBe(1);
    expect(facets?.lang?.[0]).toMatchObject({ value: "en" });
    expect(asked[0]).toContain("section=business%2Cnational");
  });

  it("walks all pages, and asks for no more than are used", async () => {
    const { client, asked } = riverClient();
    const ids = (await all(client.everyArticle({ limit: 1 }))).map(({ id }) => id);
    expect(ids).toEqual(["bridge-early", "ferry-hours", "ស្ពាន", "old-note"]);
    expect(asked).toHaveLength(4);
    for await (const page of client.pages({ limit: 1 })) {
      expect(page.data).toHaveLength(1);
      break;
    }
    expect(asked).toHaveLength(5);
  });

  it("gives articles of every script, and undefined for one that is not there", async () => {
    const { client } = riverClient("/archive");
    expect(await client.article("ស្ពាន")).toMatchObject({ headline: "ស្ពានថ្មី" });
    expect(await client.article("nobody")).toBeUndefined();
    const asked = { body: ["html"], include: ["related"] } as const;
    const ferry = await client.article("ferry-hours", asked);
    expect(ferry?.body).toEqual({ html: expect.stringContaining("<p dir=") });
    expect(ferry?.related?.length).toBeGreaterThanOrEqual(0);
    expect(await client.articleText("ferry-hours", "txt")).toContain("It leaves at six");
    expect(await client.articleText("nobody", "md")).toBeUndefined();
  });

  it("asks for everything else that a server has", async () => {
    const { client, asked } = riverClient("/archive");
    expect(await client.archive()).toMatchObject({ name: "The River Gazette", articles: 4 });
    const sections = await client.facet("section", { lang: ["en"], limit: 2 });
    expect(sections.data).toContainEqual({ value: "national", label: "National", count: 1 });
    const years = await client.timeline({ q: "bridge", interval: "year" });
    expect(years.data).toEqual([{ period: "2024", count: 2 }]);
    expect((await client.suggest("bri")).data).toMatchObject([{ word: "bridge", text: "bridge" }]);
    expect((await client.problems({ code: "date-impossible" })).meta.total).toBe(0);
    expect((await client.related("ferry-hours"))?.links.article).toBe(
      "/archive/v1/articles/ferry-hours",
    );
    expect((await client.articleProblems("ferry-hours"))?.data).toEqual([]);
    expect(await client.related("nobody")).toBeUndefined();
    expect(asked.every((url) => url.startsWith("http://localhost/archive/v1"))).toBe(true);
  });

  it("gives the file of an article, where the server does", async () => {
    const bytes = Uint8Array.from([0xff, 0x0a]);
    const { client } = riverClient("", { raw: () => bytes });
    expect(await client.raw("ferry-hours")).toEqual(bytes);
    expect(await client.raw("nobody")).toBeUndefined();
    expect(await riverClient().client.raw("ferry-hours")).toBeUndefined();
  });

  it("walks the changes up to now", async () => {
    const places = ["start", "middle", "end"];
    const asked: (string | null)[] = [];
    const client = createClient("http://localhost", {
      fetch: async (url) => {
        const since = new URL(url).searchParams.get("since");
        asked.push(since);
        const next = places[places.indexOf(since ?? "") + 1] ?? "end";
        const meta = { next, isLast: since === null || next === "end", generation: "g" };
        const data = since === null ? [] : [{ type: "removed", id: next }];
        return Response.json({ data, meta, links: { self: url, next: url } });
      },
    });
    const [first, ...none] = await all(client.changes());
    expect([first?.data, none]).toEqual([[], []]);
    const pages = await all(client.changes({ since: "start", limit: 1 }));
    expect(pages.flatMap(({ data }) => data)).toEqual([
      { type: "removed", id: "middle" },
      { type: "removed", id: "end" },
    ]);
    expect(asked).toEqual([null, "start", "middle"]);
    const { client: served } = riverClient();
    const [start] = await all(served.changes());
    expect(await all(served.changes({ since: start?.meta.next ?? "" }))).toMatchObject([
      { data: [], meta: { isLast: true } },
    ]);
    await expect(all(served.changes({ since: "nowhere" }))).rejects.toMatchObject({ status: 400 });
  });

  it("knows where articles, files and feeds are", async () => {
    const { client } = riverClient("/archive");
    const base = "http://localhost/archive";
    expect(client.articleUrl({ id: "ស្ពាន" }, "html")).toBe(
      `${base}/v1/articles/${encodeURIComponent("ស្ពាន")}.html`,
    );
    expect(client.rawUrl({ id: "a" })).toBe(`${base}/v1/articles/a/raw`);
    expect([
      client.feedUrl(),
      client.feedUrl({ section: "arts & life" }, "atom"),
      client.feedUrl({ tag: "rain" }, "json"),
      client.feedUrl({ search: { q: "bridge", lang: ["en", "km"] } }),
    ]).toEqual([
      `${base}/feeds/all.rss`,
      `${base}/feeds/section/arts%20%26%20life.atom`,
      `${base}/feeds/tag/rain.json`,
      `${base}/feeds/search.rss?q=bridge&lang=en%2Ckm`,
    ]);
  });

  it("tells of failures in the server's words", async () => {
    const { client } = riverClient();
    const failed = client.articles({ limit: 0 });
    await expect(failed).rejects.toBeInstanceOf(RequestError);
    await expect(failed).rejects.toMatchObject({
      status: 400,
      kind: "invalid-parameters",
      failure: { errors: [{ parameter: "limit" }] },
    });
  });

  it("tells of failures that are no problem of RFC 9457", async () => {
    const client = createClient("http://localhost", {
      fetch: async () =>
        new Response("Bad gateway", { status: 502, headers: { "Retry-After": "7" } }),
    });
    await expect(client.article("a")).rejects.toMatchObject({
      status: 502,
      kind: undefined,
      retryAfter: 7,
    });
  });

  it("tells how far an index is that is being built", async () => {
    const archive = archiveOf(river, { state: "building", filesDone: 2, filesTotal: 6 });
    const app = createApp(archive, { now: () => presentMs });
    const client = createClient("http://localhost", {
      fetch: async (url, init) => app.request(url, init),
    });
    await expect(client.facet("section")).rejects.toMatchObject({
      kind: "unavailable",
      retryAfter: 1,
      failure: { filesDone: 2, filesTotal: 6 },
    });
    for await (const { meta } of client.pages()) expect(meta.building).toBeDefined();
  });

  it("ends a request when it is told to", async () => {
    const client = createClient("http://localhost", {
      fetch: async (_, { signal }) => {
        signal?.throwIfAborted();
        return Response.json({});
      },
    });
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(client.articles({}, { signal })).rejects.toThrow("enough");
  });
});
