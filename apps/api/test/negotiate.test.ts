import { describe, expect, it } from "vitest";
import { accepts } from "../src/negotiate.ts";

describe("accepts", () => {
  it.for([
    [undefined, true],
    ["", true],
    ["*/*", true],
    ["application/*", true],
    ["application/json", true],
    ["APPLICATION/JSON; charset=utf-8", true],
    ["text/html, application/xhtml+xml, */*;q=0.8", true],
    ["text/html", false],
    ["application/xml", false],
    ["application/json;q=0", false],
    ["*/*, application/json;q=0.000", false],
    ["*/*;q=0, application/json", true],
    ["application/json;q=0.001", true],
    [";;;,,,", false],
  ] as const)("answers for %s: %s", ([header, allowed]) => {
    expect(accepts(header, "application/json")).toBe(allowed);
  });
});
