import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/text/read-json.ts";

describe("readJson", () => {
  it("keeps numbers and truth values as they were written", () => {
    expect(readJson('{"a": 1.10, "b": true, "c": null, "d": ["x", {}]}')).toMatchObject({
      value: { a: "1.10", b: "true", c: null, d: ["x", {}] },
    });
  });

  it("says where the value ends and where each outermost key stands", () => {
    const reading = readJson('{"a": {"b": 1},\n "c": 2}\nrest');
    expect(reading).toMatchObject({ end: 24 });
    expect("keys" in reading && [...reading.keys]).toEqual([
      ["a", 1],
      ["c", 17],
    ]);
  });

  it("lets the first of two equal keys hold and names the second", () => {
    expect(readJson('{"a": 1, "a": 2}')).toMatchObject({
      value: { a: "1" },
      duplicates: [{ key: "a", index: 9 }],
    });
  });

  it.for([
    ['{"a" 1}', 5],
    ['{"a": }', 6],
    ['{"a": 1', 7],
    ['{"a": "x}', 6],
    ['{"a": "\\x"}', 6],
    ["{a: 1}", 1],
    ["", 0],
    ['{"a": 007}', 7],
  ] as const)("says where %s is not JSON", ([text, index]) => {
    expect(readJson(text)).toMatchObject({ index });
  });

  it("takes a key called __proto__ as any other", () => {
    const reading = readJson('{"__proto__": {"polluted": "yes"}}');
    expect("value" in reading && Object.keys(reading.value ?? {})).toEqual(["__proto__"]);
    expect({}).not.toHaveProperty("polluted");
  });

  it("refuses ten thousand brackets without filling the stack", () => {
    expect(readJson("[".repeat(10_000))).toMatchObject({ fault: "it is nested too deeply" });
  });

  it("reads whatever JSON.stringify writes, with scalars as text", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const reading = readJson(JSON.stringify(value));
        expect("value" in reading && reading.value).toEqual(
          asText(JSON.parse(JSON.stringify(value))),
        );
      }),
    );
  });
});

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]));
  }
  return value === null || typeof value === "string" ? value : JSON.stringify(value);
}
