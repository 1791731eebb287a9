import { describe, expect, it } from "vitest";
import { always, cacheControl, isValid, validityOf } from "../src/validity.ts";

const noon = Date.UTC(2024, 5, 1, 12);
const span = { fromMs: -Infinity, untilMs: Infinity };

describe("an answer about articles", () => {
  it("may be kept for seconds, and given while it is asked for again", () => {
    expect(cacheControl(validityOf(span, noon, noon), noon)).toBe(
      "public, max-age=5, stale-while-revalidate=30",
    );
  });

  it.for([
    [60_000, "public, max-age=5, stale-while-revalidate=30"],
    [20_999, "public, max-age=5, stale-while-revalidate=15"],
    [5_000, "public, max-age=5"],
    [2_500, "public, max-age=2"],
    [999, "public, max-age=0"],
  ] as const)("is never kept past the next embargo: %i ms before it, %s", ([left, header]) => {
    const validity = validityOf({ ...span, untilMs: noon + left }, noon, noon);
    expect(cacheControl(validity, noon)).toBe(header);
  });

  it("holds from the last embargo to the next", () => {
    const validity = validityOf({ fromMs: noon, untilMs: noon + 10 }, 0, noon);
    expect([-1, 0, 9, 10].map((ms) => isValid(validity, noon + ms))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("is dated by a second in which nothing can change any more, or not at all", () => {
    const dated = (changedMs: number, nowMs: number): number | undefined =>
      validityOf(span, changedMs, nowMs).sinceMs;
    expect(dated(noon + 200, noon + 700)).toBeUndefined();
    expect(dated(noon + 200, noon + 1_000)).toBe(noon + 1_000);
    expect(dated(-Infinity, noon)).toBeUndefined();
  });
});

it("what only another version changes is asked for each time", () => {
  expect(cacheControl(always, noon)).toBe("no-cache");
});
