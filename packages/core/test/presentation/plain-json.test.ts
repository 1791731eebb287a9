import { describe, expect, it } from "vitest";
import { plainJson } from "../../src/presentation/plain-json.ts";

describe("plainJson", () => {
  it("keeps what JSON can hold", () => {
    const value = { layout: "post", weight: 3, pinned: true, nothing: null, list: ["a", { b: 1 }] };
    expect(plainJson(value)).toEqual(value);
  });

  it.for([
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [new Date(Number.NaN), null],
    [12n, "12"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [undefined, null],
    [() => 1, null],
  ] as const)("finds a form for what it cannot: %o", ([value, json]) => {
    expect(plainJson(value)).toBe(json);
  });

  it("lets no control character through, in keys as little as in values", () => {
    expect(plainJson({ "a\u009b31mb": "c\u001b[31md" })).toEqual({ ab: "cd" });
  });

  it("takes __proto__ for a key like any other", () => {
    const json = plainJson(JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(Object.keys(json ?? {})).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
  });

  it("ends with a value that holds itself many times", () => {
    const loop: unknown[] = [];
    for (let time = 0; time < 10; time++) loop.push(loop);
    expect(JSON.stringify(plainJson(loop)).length).toBeLessThan(2_000_000);
  });
});
