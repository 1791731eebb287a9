import { describe, expect, it } from "vitest";
import { createApp } from "@broadsheet/api";
import { Hono } from "hono";
import { archiveOf, presentMs, river } from "../../../apps/api/test/river-archive.ts";
import { createClient, RequestError, type Client } from "../src/index.ts";

/** A client of the river's archive, without a network; `asked` holds every address. */
function riverClient(basePath = ""): { client: Client; asked: string[] } {
  const archive = createApp(archiveOf(river), { now: () => presentMs, basePath });
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
    expect(await client.articleText("ferry-hours", "txt")).toContain("It leaves at six");
    expect(await client.articleText("nobody", "md")).toBeUndefined();
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
