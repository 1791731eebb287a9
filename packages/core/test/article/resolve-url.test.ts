import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveUrl, resolveWebUrl } from "../../src/article/resolve-url.ts";

describe("resolveUrl", () => {
  it.for([
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    ["https://example.org", "https://example.org"],
    [String.raw`https://example.org/svg?\pm`, "https://example.org/svg?%5Cpm"],
    ["HTTP://Example.org/ក", "http://example.org/%E1%9E%80"],
    ["mailto:news@example.org", "mailto:news@example.org"],
    ["//example.org/a.jpg", "https://example.org/a.jpg"],
    ["a.jpg", "2024/11/a.jpg"],
    ["./images/a%20b.jpg?x#y", "2024/11/images/a b.jpg"],
    ["../a.jpg", "2024/a.jpg"],
    ["/images/a.jpg", "images/a.jpg"],
  ])("follows %s", ([written, url]) => {
    expect(resolveUrl(written ?? "", "2024/11/bridge.md")).toEqual({ url });
  });

  it.for([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "data:image/svg+xml,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org/a",
    "https://bank.example@evil.example/",
    "https://",
    "http://a b/",
    "../../../etc/passwd",
    "/../etc/passwd",
    "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "..\\..\\a",
    "a\u001b[31m",
    "a%00b",
    "\u202ehttps://example.org",
    `https://example.org/${"a".repeat(3000)}`,
  ])("refuses %s", (written) => {
    expect(resolveUrl(written, "2024/11/bridge.md")).toBe("unsafe");
  });

  it.for(["/javascript:alert(1)", "./javascript:alert(1)", "java%73cript:alert(1)", "/a:b.md"])(
    "refuses %s at the top of the archive, which without its beginning would be another address",
    (written) => {
      expect(resolveUrl(written, "bridge.md")).toBe("unsafe");
    },
  );

  it.for(["", "#part", "{{ site.url }}", "{% post_url a %}", "../..", "mailto:"])(
    "goes nowhere from %j",
    (written) => {
      expect(resolveUrl(written, "2024/11/bridge.md")).toBe("nowhere");
    },
  );

  it("gives only printable addresses of three schemes, and paths that stay inside", () => {
    const path = fc.array(fc.constantFrom("a", "..", ".", "", "%2e", "%2f", ":", "\\", "?", "x:"), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string({ unit: "binary" }),
          path.map((parts) => parts.join("/")),
        ),
        (text) => {
          const resolved = resolveUrl(text, "a/b.md");
          if (typeof resolved === "string") return;
          const { url } = resolved;
          const inside =
            !url.startsWith("/") && !url.split("/").includes("..") && !/^[a-z][^/]*:/i.test(url);
          expect(/^(?:https?|mailto):[\x21-\x7e]+$/.test(url) || inside).toBe(true);
          // oxlint-disable-next-line no-control-regex -- it looks for control characters
          expect(url).not.toMatch(/[\0-\x1f\x7f-\x9f\\]/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("resolveWebUrl", () => {
  it("takes only addresses of the web", () => {
    expect(resolveWebUrl("https://example.org/a")).toEqual({ url: "https://example.org/a" });
    expect(resolveWebUrl("mailto:a@example.org")).toBe("unsafe");
    expect(resolveWebUrl("a.html")).toBe("unsafe");
  });
});
