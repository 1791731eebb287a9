import { describe, expect, it } from "vitest";
import type { ArticleDate } from "../../src/article/article-date.ts";
import { isoDate } from "../../src/presentation/date-json.ts";

function coarse(precision: "year" | "month" | "day", epochMs: number): ArticleDate {
  return { written: "", precision, offset: null, epochMs, endMs: epochMs + 1 };
}

describe("isoDate", () => {
  it.for([
    ["year", "2024"],
    ["month", "2024-11"],
    ["day", "2024-11-26"],
  ] as const)("is as exact as a %s was written", ([precision, iso]) => {
    expect(isoDate(coarse(precision, Date.UTC(2024, 10, 26)), "UTC")).toBe(iso);
  });

  it("is a calendar day of the archive's time zone", () => {
    const midnightInPhnomPenh = Date.UTC(2024, 10, 25, 17);
    expect(isoDate(coarse("day", midnightInPhnomPenh), "Asia/Phnom_Penh")).toBe("2024-11-26");
    expect(isoDate(coarse("day", midnightInPhnomPenh), "America/New_York")).toBe("2024-11-25");
  });

  it("is the instant where a time of day was written", () => {
    const epochMs = Date.UTC(2024, 10, 26, 13, 41);
    const date: ArticleDate = {
      written: "",
      precision: "minute",
      offset: "Z",
      epochMs,
      endMs: epochMs + 60_000,
      instant: "2024-11-26T13:41:00.000Z",
    };
    expect(isoDate(date, "Asia/Phnom_Penh")).toBe("2024-11-26T13:41:00.000Z");
  });

  it("has four digits for early years", () => {
    expect(isoDate(coarse("year", Date.UTC(850, 0)), "UTC")).toBe("0850");
  });
});
