import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, formatPeriod, periodIn } from "../../src/archive/period.ts";
import { parseDate } from "../../src/article/parse-date.ts";
import { readQueryDate } from "../../src/query/query-date.ts";
import { periodNumber } from "../../src/sqlite/count-timeline.ts";

const zone = fc.constantFrom("UTC", "Asia/Phnom_Penh", "America/New_York");
const instant = fc
  .date({ min: new Date("1401-01-01"), max: new Date("9998-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const interval = fc.constantFrom("day", "week", "month", "year");

test("an article's stretch of a timeline, asked for as a date, is one that the article lies in", () => {
  fc.assert(
    fc.property(instant, zone, interval, (written, timeZone, length) => {
      const date = parseDate(written, timeZone);
      if (date === undefined) throw new Error(written);
      const period = periodIn(dayOf(date, timeZone), length);
      expect(readQueryDate(period ?? "", { timeZone })).toEqual({
        fromMs: expect.toSatisfy((ms: number) => ms <= date.epochMs) as number,
        toMs: expect.toSatisfy((ms: number) => ms > date.epochMs) as number,
        endMs: expect.any(Number) as number,
      });
    }),
  );
});

test("a stretch that is written as a number is read again as it was", () => {
  const written = instant.chain((day) =>
    fc.constantFrom(day.slice(0, 10), day.slice(0, 7), day.slice(0, 4)),
  );
  fc.assert(
    fc.property(written, (day) => {
      expect(formatPeriod(periodNumber(day))).toBe(day);
    }),
  );
});

test.each([
  ["2024-12-29", "2024-W52"],
  ["2024-12-30", "2025-W01"],
  ["2021-01-03", "2020-W53"],
  ["2023-01-01", "2022-W52"],
])("%s is in the week %s of ISO 8601", (day, week) => {
  expect(periodIn(day, "week")).toBe(week);
});

test("what is coarser than a stretch lies in none", () => {
  expect(periodIn("2024", "month")).toBeUndefined();
  expect(periodIn("2024-11", "week")).toBeUndefined();
  expect(periodIn("2024-11", "day")).toBeUndefined();
  expect(periodIn("2024", "year")).toBe("2024");
});
