import { describe, expect, it } from "vitest";
import { maxUrlLength } from "../src/guard.ts";
import { bodyOf, riverApp } from "./river-archive.ts";

describe("the guard", () => {
  it.for([
    "/v1/articles/%00",
    "/v1/articles/a%0ab",
    "/v1/articles/%E0%A4%A",
    "/v1/articles/%ff",
    "/%zz",
    "/v1/%1b[31m",
  ])("refuses the path %s", async (path) => {
    const response = await riverApp().request(path);
    expect(response.status).toBe(400);
    expect((await bodyOf<{ type: string }>(response)).type).toBe(
      "/problem-types/malformed-request",
    );
  });

  it("reads addresses up to their limit, 1,000 Khmer letters among them", async () => {
    const khmer = encodeURIComponent("ក".repeat(1_000));
    expect((await riverApp().request(`/v1/articles?q=${khmer}`)).status).toBe(200);
    expect((await riverApp().request(`/v1/articles?q=${"a".repeat(maxUrlLength)}`)).status).toBe(
      414,
    );
  });

  it("refuses a body where none has a meaning", async () => {
    const response = await riverApp().request("/v1/articles", {
      headers: { "Content-Length": "5" },
    });
    expect(response.status).toBe(413);
    expect(response.headers.get("connection")).toBe("close");
    const none = await riverApp().request("/v1/articles", { headers: { "Content-Length": "0" } });
    expect(none.status).toBe(200);
  });

  it.for([
    ["http://127.0.0.1:8787/v1", 200],
    ["http://localhost/v1", 200],
    ["http://[::1]:8787/v1", 200],
    ["http://evil.example/v1", 421],
    ["http://127.0.0.1.evil.example/v1", 421],
    ["http://localhost.evil.example/nowhere", 421],
  ] as const)("answers to its own names alone: %s", async ([url, status]) => {
    const app = riverApp({ allowedHosts: ["localhost", "127.0.0.1", "[::1]"] });
    expect((await app.request(url)).status).toBe(status);
  });

  it("answers to any name when none is given", async () => {
    expect((await riverApp().request("http://news.example/v1")).status).toBe(200);
  });
});
