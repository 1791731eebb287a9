import { describe, expect, it } from "vitest";
import type { Format } from "../src/format.ts";
import { chooseFormat } from "../src/negotiate.ts";

function format(suffix: string, mediaType: string): Format {
  return { suffix, mediaType, contentType: mediaType };
}
const formats = [
  format("json", "application/json"),
  format("html", "text/html"),
  format("md", "text/markdown"),
];

describe("chooseFormat", () => {
  it.for([
    [undefined, "json"],
    ["", "json"],
    ["*/*", "json"],
    ["application/*", "json"],
    ["APPLICATION/JSON; charset=utf-8", "json"],
    ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"],
    ["text/*", "html"],
    ["text/*;q=0.5, text/markdown", "md"],
    ["text/html;q=0.3, text/markdown;q=0.4, application/json;q=0.2", "md"],
    ["text/*, text/html;q=0", "md"],
    ["*/*, application/json;q=0.000", "html"],
    ["*/*;q=0, application/json", "json"],
    ["application/json;q=0.001", "json"],
    ["image/png", undefined],
    ["application/json;q=0", undefined],
    ["application/json;q=nonsense", undefined],
    [";;;,,,", undefined],
  ] as const)("takes of %s: %s", ([header, suffix]) => {
    expect(chooseFormat(header, formats)?.suffix).toBe(suffix);
  });
});
