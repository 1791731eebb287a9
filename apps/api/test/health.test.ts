import { describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { archiveOf, presentMs, river, riverApp } from "./river-archive.ts";

describe("GET /healthz", () => {
  it("answers even when the archive does not", async () => {
    const archive = archiveOf(river);
    await archive.close();
    const app = createApp(archive, { now: () => presentMs });
    const response = await app.request("/healthz");
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});

describe("GET /readyz", () => {
  it("is ready when the whole archive can be searched", async () => {
    expect((await riverApp().request("/readyz")).status).toBe(200);
    const checking = createApp(archiveOf(river, { state: "checking" }), { now: () => presentMs });
    expect((await checking.request("/readyz")).status).toBe(200);
  });

  it("says how far it is while the index is built", async () => {
    const archive = archiveOf(river, { state: "building" });
    const half = {
      ...archive,
      status: async () => ({
        ...(await archive.status()),
        filesDone: 3,
        filesTotal: 6,
        secondsLeft: 40,
      }),
    };
    const response = await createApp(half, { now: () => presentMs }).request("/readyz");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("40");
    expect(await response.json()).toMatchObject({
      type: "/problem-types/unavailable",
      progress: 0.5,
      filesDone: 3,
      filesTotal: 6,
      secondsLeft: 40,
    });
  });
});
