import { describe, expect, it } from "vitest";
import { acceptedCodings } from "../src/content-coding.ts";

describe("acceptedCodings", () => {
  it.for([
    [undefined, ["identity"]],
    ["", ["identity"]],
    ["gzip, deflate, br, zstd", ["br", "gzip", "identity"]],
    ["gzip", ["gzip", "identity"]],
    ["x-gzip", ["gzip", "identity"]],
    ["GZIP;Q=0.5, BR;q=0.2", ["gzip", "br", "identity"]],
    ["br;q=0, gzip", ["gzip", "identity"]],
    ["*", ["br", "gzip", "identity"]],
    ["*;q=0.5, br;q=0", ["gzip", "identity"]],
    ["identity", ["identity"]],
    ["identity, gzip;q=0.5", ["identity", "gzip"]],
    ["gzip, identity;q=0", ["gzip"]],
    ["identity;q=0", ["identity"]],
    ["zstd", ["identity"]],
    ["x".repeat(1_000), ["identity"]],
  ] as const)("takes of %s: %s", ([header, expected]) => {
    expect(acceptedCodings(header)).toEqual(expected);
  });
});
