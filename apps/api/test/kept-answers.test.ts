import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import type { ArchiveStatus, ListJson } from "@broadsheet/core";
import { createApp } from "../src/app.ts";
import { archiveOf, bodyOf, presentMs, river, riverApp } from "./river-archive.ts";

const brotli = { headers: { "Accept-Encoding": "br" } };

describe("an answer that was given before", () => {
  it("comes compressed once its bytes are made, under a tag of its own", async () => {
    const app = riverApp();
    const plain = await app.request("/v1/articles", brotli);
    expect(plain.headers.get("content-encoding")).toBeNull();
    const packed = await vi.waitFor(async () => {
      const response = await app.request("/v1/articles", brotli);
      expect(response.headers.get("content-encoding")).toBe("br");
      return response;
    });
    expect(packed.headers.get("etag")).toBe(plain.headers.get("etag")?.replace(/"$/, '.br"'));
    expect(packed.headers.get("vary")).toBe("Accept, Accept-Encoding");
    const bytes = Buffer.from(await packed.arrayBuffer());
    expect(packed.headers.get("content-length")).toBe(String(bytes.byteLength));
    expect(String(await promisify(brotliDecompress)(bytes))).toBe(await plain.text());
  });

  it("is not sent to who has it in any coding that they take", async () => {
    const app = riverApp();
    const etag = (await app.request("/v1/articles")).headers.get("etag") ?? "";
    const ask = async (tag: string, accepted: string): Promise<number> => {
      const headers = { "If-None-Match": tag, "Accept-Encoding": accepted };
      return (await app.request("/v1/articles", { headers })).status;
    };
    const packed = etag.replace(/"$/, '.br"');
    expect(await ask(etag, "br")).toBe(304);
    expect(await ask(packed, "br")).toBe(304);
    expect(await ask(packed, "identity")).toBe(200);
    expect(await ask(`W/${etag}, "other"`, "br")).toBe(304);
    expect(await ask(`"x${etag.slice(1)}`, "br")).toBe(200);
  });

  it("is known to be what the client has before any work is done for it", async () => {
    const etag = (await riverApp().request("/v1/articles")).headers.get("etag") ?? "";
    const archive = archiveOf(river);
    const search = vi.spyOn(archive, "search");
    const another = createApp(archive, { now: () => presentMs });
    await another.request("/v1/articles?limit=1");
    search.mockClear();
    const headers = { "If-None-Match": etag };
    expect((await another.request("/v1/articles", { headers })).status).toBe(304);
    expect(search).not.toHaveBeenCalled();
  });

  it("is not sent to who has it since nothing has changed", async () => {
    let nowMs = presentMs + 500;
    const app = createApp(archiveOf(river), { now: () => nowMs });
    await app.request("/v1/articles?limit=1");
    nowMs = presentMs + 60_000;
    const dated = (await app.request("/v1/articles")).headers.get("last-modified") ?? "";
    expect(Date.parse(dated)).toBe(presentMs + 1_000);
    const ask = async (header: string, value: string): Promise<number> =>
      (await app.request("/v1/articles", { headers: { [header]: value } })).status;
    expect(await ask("If-Modified-Since", dated)).toBe(304);
    expect(await ask("If-Modified-Since", new Date(presentMs).toUTCString())).toBe(200);
    expect(await ask("If-Modified-Since", "nonsense")).toBe(200);
    expect(await ask("If-Unmodified-Since", dated)).toBe(200);
    expect(await ask("If-Unmodified-Since", new Date(presentMs).toUTCString())).toBe(412);
    const missing = { headers: { "If-Modified-Since": dated } };
    expect((await app.request("/v1/articles/nobody", missing)).status).toBe(404);
  });

  it("is forgotten when the archive tells of another generation", async () => {
    const archive = archiveOf(river);
    const tell: ((status: ArchiveStatus) => void)[] = [];
    let searches = 0;
    const app = createApp(
      {
        ...archive,
        subscribe: (listener) => {
          tell.push(listener);
          return () => {};
        },
        search: (...asked) => {
          searches++;
          return archive.search(...asked);
        },
      },
      { now: () => presentMs, future: true },
    );
    const first = await app.request("/v1/articles");
    await app.request("/v1/articles");
    await app.request("/v1/articles");
    expect(searches).toBe(2);
    const status = await archive.status();
    for (const listener of tell) listener({ ...status, generation: "another" });
    const headers = { "If-None-Match": first.headers.get("etag") ?? "" };
    expect((await app.request("/v1/articles", { headers })).status).toBe(200);
    expect(searches).toBe(3);
  });

  it("is kept when it is asked for again, whatever the next one calls it", async () => {
    const archive = archiveOf(river);
    const search = vi.spyOn(archive, "search");
    const app = createApp(archive, { now: () => presentMs, future: true });
    const searchesFor = async (query: string): Promise<number> => {
      search.mockClear();
      expect((await app.request(`/v1/articles?${query}`)).status).toBe(200);
      return search.mock.calls.length;
    };
    expect(await searchesFor("q=bridge&limit=5")).toBe(1);
    expect(await searchesFor("q=bridge&limit=5")).toBe(1);
    expect(await searchesFor("q=bridge&limit=5")).toBe(0);
    expect(await searchesFor("limit=5&q=bridge")).toBe(0);
  });

  it("makes the archive look at its files now and then", async () => {
    const archive = archiveOf(river);
    let nowMs = presentMs;
    let searches = 0;
    const search: typeof archive.search = (...asked) => {
      searches++;
      return archive.search(...asked);
    };
    const app = createApp({ ...archive, search }, { now: () => nowMs, future: true });
    for (let time = 0; time < 100; time++) await app.request("/v1/articles");
    expect(searches).toBe(2);
    nowMs += 1_000;
    for (let time = 0; time < 100; time++) await app.request("/v1/articles");
    expect(searches).toBe(3);
  });

  it("means by yesterday another day after midnight", async () => {
    let nowMs = Date.UTC(2024, 4, 3, 12);
    const app = createApp(archiveOf(river), { now: () => nowMs, future: true });
    const ids = async (): Promise<string[]> => {
      const { data } = await bodyOf<ListJson>(await app.request("/v1/articles?q=date:yesterday"));
      return data.map(({ id }) => id);
    };
    expect(await ids()).toEqual(["ferry-hours"]);
    nowMs = Date.UTC(2024, 4, 3, 23, 59, 59);
    expect(await ids()).toEqual(["ferry-hours"]);
    nowMs = Date.UTC(2024, 4, 4, 0, 0, 1);
    expect(await ids()).toEqual(["bridge-early"]);
  });

  it("is given in the format that was asked for", async () => {
    const app = riverApp();
    expect((await app.request("/v1/articles")).status).toBe(200);
    const headers = { Accept: "image/png" };
    expect((await app.request("/v1/articles", { headers })).status).toBe(406);
  });

  it("belongs to the host that was asked", async () => {
    const app = riverApp({ allowedHosts: ["localhost"] });
    expect((await app.request("http://localhost/v1/articles")).status).toBe(200);
    expect((await app.request("http://evil.example/v1/articles")).status).toBe(421);
    const { headers } = await app.request("http://localhost/v1/articles");
    expect(headers.get("etag")).not.toBeNull();
  });
});
