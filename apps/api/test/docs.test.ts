import { createHash } from "node:crypto";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../src/openapi-document.ts";
import { bodyOf, riverApp } from "./river-archive.ts";

describe("GET /docs", () => {
  it("describes every address with all its parameters, each to be tried", async () => {
    const page = await (await riverApp().request("/docs")).text();
    const { paths } = await bodyOf<OpenApiDocument>(await riverApp().request("/openapi.json"));
    for (const [path, { get }] of Object.entries(paths)) {
      if (path.startsWith("/docs") || path === "/openapi.json") continue;
      expect(page).toContain(`<code>GET ${path}</code>`);
      const form = page.split(`data-path="${path}"`)[1]?.split("</form>")[0] ?? "";
      for (const { name } of get.parameters) expect(form).toContain(` name="${name}"`);
    }
  });

  it("loads nothing from elsewhere and runs only its own script", async () => {
    const response = await riverApp({ basePath: "" }).request("/docs");
    const page = await response.text();
    expect(page.match(/<script\b[^>]*>/g)).toEqual(['<script src="/docs.js" defer>']);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).not.toMatch(/ on\w+=/);
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? "";
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe");
  });

  it("has a script that a browser can read and that writes text only", async () => {
    const response = await riverApp().request("/docs.js");
    const script = await response.text();
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval/);
  });
});
