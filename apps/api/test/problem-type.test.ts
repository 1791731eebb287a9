import { problemCodes, problemGuide } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { problemTypes } from "../src/problem-types.ts";
import { riverApp } from "./river-archive.ts";

describe("GET /problem-types/{type}", () => {
  it.for(Object.entries(problemTypes))("explains %s", async ([type, kind]) => {
    const response = await riverApp().request(`/problem-types/${type}`);
    expect(await response.json()).toEqual(kind);
  });

  it.for(problemCodes)("explains %s, which files may have", async (code) => {
    const response = await riverApp().request(`/problem-types/${code}`);
    const text = await response.text();
    const { message, meaning, remedy, example } = problemGuide(code);
    expect(JSON.parse(text)).toMatchObject({ title: message, explanation: meaning, remedy });
    expect(JSON.parse(text)).toMatchObject(example === undefined ? {} : { example });
    expect(text.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it.for(["nothing", "toString", "__proto__"])("knows no %s", async (type) => {
    expect((await riverApp().request(`/problem-types/${type}`)).status).toBe(404);
  });
});
