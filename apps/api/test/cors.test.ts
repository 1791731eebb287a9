import { describe, expect, it } from "vitest";
import { riverApp } from "./river-archive.ts";

const news = "https://news.example";

async function ask(
  cors: readonly string[],
  origin: string,
  init: RequestInit = {},
): Promise<Response> {
  const app = riverApp({ cors, allowedHosts: ["localhost", "127.0.0.1"] });
  return app.request("/v1/articles", { ...init, headers: { ...init.headers, Origin: origin } });
}

describe("pages of other origins", () => {
  it("are refused until they are named, our own are not", async () => {
    expect((await ask([], news)).status).toBe(403);
    expect((await ask([], "null")).status).toBe(403);
    expect((await ask([], "http://localhost:8787")).status).toBe(200);
    expect(
      (await ask([], "http://localhost:8787")).headers.get("access-control-allow-origin"),
    ).toBe(null);
  });

  it("read what is shared with them", async () => {
    const { status, headers } = await ask([news], news);
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe(news);
    expect(headers.get("vary")).toContain("Origin");
    expect(headers.get("access-control-expose-headers")).toContain("Link");
    expect((await ask(["*"], "null")).headers.get("access-control-allow-origin")).toBe("*");
    expect((await ask([news], "https://other.example")).status).toBe(403);
  });

  it("are not given by a cache what it keeps for others", async () => {
    const app = riverApp({ cors: [news] });
    for (let time = 0; time < 2; time++) {
      const { headers } = await app.request("/v1/articles");
      expect(headers.get("vary")).toBe("Accept, Accept-Encoding, Origin");
      const asked = { headers: { "If-None-Match": headers.get("etag") ?? "" } };
      expect((await app.request("/v1/articles", asked)).headers.get("vary")).toContain("Origin");
    }
    const { headers } = await app.request("/v1/articles", { headers: { Origin: news } });
    expect(headers.get("access-control-allow-origin")).toBe(news);
    expect(headers.get("vary")).toBe("Accept, Accept-Encoding, Origin");
    expect((await riverApp().request("/v1/articles")).headers.get("vary")).not.toContain("Origin");
  });

  it("read failures as well", async () => {
    const response = await ask([news], news, { method: "DELETE" });
    expect(response.status).toBe(405);
    expect(response.headers.get("access-control-allow-origin")).toBe(news);
  });

  it("are told what they may ask", async () => {
    const init = { method: "OPTIONS", headers: { "Access-Control-Request-Method": "GET" } };
    const { status, headers } = await ask([news], news, init);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-methods")).toBe("GET, HEAD");
    expect(headers.get("access-control-allow-origin")).toBe(news);
    expect((await ask([news], "https://other.example", init)).status).toBe(403);
  });
});
