import type { ArticleDate } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { dateSpan, fullDate, shortDate } from "../../src/words/dates.ts";

const date = (written: string, precision: ArticleDate["precision"]): ArticleDate => ({
  written,
  precision,
  offset: null,
  epochMs: Date.parse(written),
  endMs: Date.parse(written) + 1,
});

describe("a date", () => {
  it.for([
    ["2024-09-02", "day", "2 Sep 2024", "2 Sep"],
    ["2024-11", "month", "Nov 2024", "Nov"],
    ["2024", "year", "2024", "2024"],
  ] as const)("written %s to the %s is %s, or short %s", ([written, precision, full, short]) => {
    expect(fullDate(date(written, precision), "UTC")).toBe(full);
    expect(shortDate(date(written, precision), "UTC")).toBe(short);
  });

  it("is the day in the archive's time zone", () => {
    const late = date("2024-12-31T20:00:00Z", "minute");
    expect(fullDate(late, "UTC")).toBe("31 Dec 2024");
    expect(fullDate(late, "Asia/Phnom_Penh")).toBe("1 Jan 2025");
  });
});

describe("a span of time", () => {
  it.for([
    ["2024-01-03", "2024-11-26", "3 Jan – 26 Nov 2024"],
    ["2023-01-03", "2024-11-26", "3 Jan 2023 – 26 Nov 2024"],
    ["2024-11-03", "2024-11-26", "3 – 26 Nov 2024"],
    ["2024-11-26", "2024-11-26", "26 Nov 2024"],
  ] as const)("from %s to %s is %s", ([first, last, text]) => {
    expect(dateSpan(Date.parse(first), Date.parse(last), "UTC")).toBe(text);
  });
});
