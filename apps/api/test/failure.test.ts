import { describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { archiveOf, presentMs, river } from "./river-archive.ts";

/** An application whose archive fails with this at every search. */
function failing(thrown: unknown): {
  readonly app: ReturnType<typeof createApp>;
  readonly reported: unknown[];
} {
  const reported: unknown[] = [];
  const archive = { ...archiveOf(river), search: (): Promise<never> => Promise.reject(thrown) };
  const app = createApp(archive, { now: () => presentMs, report: (each) => reported.push(each) });
  return { app, reported };
}

function coded(code: string): Error {
  return Object.assign(new Error("secret: /home/editor/index.db"), { code });
}

describe("a failure of the archive", () => {
  it.for([
    ["cursor-invalid", 400, 0],
    ["cursor-expired", 410, 0],
    ["archive-closed", 503, 1],
    ["index-failed", 503, 1],
    ["EIO", 500, 1],
  ] as const)(
    "%s is answered with %d and told of inside %d times",
    async ([code, status, times]) => {
      const { app, reported } = failing(coded(code));
      const response = await app.request("/v1/articles");
      expect(response.status).toBe(status);
      expect(await response.text()).not.toContain("secret");
      expect(reported).toHaveLength(times);
      expect(response.headers.get("retry-after")).toBe(status === 503 ? "1" : null);
    },
  );

  it("of any make is answered", async () => {
    for (const thrown of ["a string", null, { code: 1 }]) {
      const { app, reported } = failing(thrown);
      expect((await app.request("/v1/articles")).status).toBe(500);
      expect(reported).toEqual([thrown]);
    }
  });

  it("is nobody's when the client has gone", async () => {
    const gone = new AbortController();
    const { app, reported } = failing("gone");
    gone.abort();
    await app.request("/v1/articles", { signal: gone.signal });
    expect(reported).toEqual([]);
  });
});
