import { describe, expect, it } from "vitest";
import { problemTypes } from "../src/problem-types.ts";
import { riverApp } from "./river-archive.ts";

describe("GET /problem-types/{type}", () => {
  it.for(Object.entries(problemTypes))("explains %s", async ([type, kind]) => {
    const response = await riverApp().request(`/problem-types/${type}`);
    expect(await response.json()).toEqual(kind);
  });

  it.for(["nothing", "toString", "__proto__"])("knows no %s", async (type) => {
    expect((await riverApp().request(`/problem-types/${type}`)).status).toBe(404);
  });
});
