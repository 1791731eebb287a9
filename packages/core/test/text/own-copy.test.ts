import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownCopy } from "../../src/text/own-copy.ts";

describe("ownCopy", () => {
  it("is the same text, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(ownCopy(text)).toBe(text);
      }),
    );
  });

  it("does not keep the text that it is a piece of", () => {
    const kept: string[] = [];
    const before = heapUsed();
    for (let number = 0; number < 200; number++) {
      // Joined and looked at, so that it is one long text in memory.
      const long = `${String(number)} ${"A long text. ".repeat(10_000)}`;
      kept.push(ownCopy(long.slice(0, long.indexOf("text") + 20)));
    }
    // 200 texts of 130 KB are 26 MB.
    expect(heapUsed() - before).toBeLessThan(10_000_000);
    expect(kept).toHaveLength(200);
  });
});

/** Bytes in use when everything that nobody holds is gone. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}
