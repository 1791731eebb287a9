import SwaggerParser from "@apidevtools/swagger-parser";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { riverApp } from "./river-archive.ts";

// The document is judged by two validators and a linter of three makers.

const app = riverApp({ raw: () => new Uint8Array() });
const text = await (await app.request("/openapi.json")).text();

const judges: readonly (readonly [name: string, faults: (text: string) => Promise<unknown[]>])[] = [
  [
    "openapi-schema-validator",
    async (source) => {
      const { valid, errors } = await new Validator().validate(JSON.parse(source));
      return valid ? [] : [errors];
    },
  ],
  [
    "swagger-parser",
    (source) =>
      SwaggerParser.validate(JSON.parse(source)).then(
        () => [],
        (error: unknown) => [String(error)],
      ),
  ],
  [
    "redocly, at its strictest",
    async (source) => {
      const config = await createConfig({ extends: ["recommended-strict"] });
      const found = await lintFromString({ source, absoluteRef: "/openapi.json", config });
      return found.map(({ ruleId, message }) => `${ruleId}: ${message}`);
    },
  ],
];

describe.each(judges)("the OpenAPI document, by %s", (_, faults) => {
  it("is right", async () => {
    expect(await faults(text)).toEqual([]);
  });

  it.for([
    ['"title":"Broadsheet",', ""],
    ['"#/components/schemas/Archive"', '"#/components/schemas/Nothing"'],
    ['"in":"query"', '"in":"address"'],
    ['"responses":{"200"', '"responses":{"20"'],
  ] as const)("would be wrong with %s as %s", async ([right, wrong]) => {
    expect(text).toContain(right);
    expect(await faults(text.replace(right, wrong))).not.toEqual([]);
  });
});
