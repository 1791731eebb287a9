import type { TimelineBucket } from "@broadsheet/core";
import { describe, expect, it } from "vitest";
import { timelineStrip } from "../../src/screens/timeline-strip.ts";

const strip = (counts: Readonly<Record<string, number>>): string | undefined => {
  const buckets: TimelineBucket[] = Object.entries(counts).map(([period, count]) => ({
    period,
    count,
  }));
  return timelineStrip({ buckets, coarser: 0, undated: 0, generation: "g" });
};

describe("articles over time", () => {
  it("are bars by month, with an empty one for each month without articles", () => {
    expect(strip({ "2024-01": 1, "2024-02": 6, "2024-05": 3 })).toBe("▂▇▁▁▄ 2024");
  });

  it("name both years when there are two", () => {
    expect(strip({ "2023-12": 2, "2024-01": 2 })).toBe("▇▇ 2023–2024");
  });

  it("are by year when there are many months", () => {
    expect(strip({ "2020-01": 3, "2020-02": 3, "2022-06": 12 })).toBe("▄▁▇ 2020–2022");
  });

  it("are of the last years when there are many years", () => {
    expect(strip({ "1901-01": 1, "2024-01": 1 })).toMatch(/^▁{23}▇ 2001–2024$/);
  });

  it("are nothing when all are of one month, or none is dated", () => {
    expect(strip({ "2024-01": 5 })).toBeUndefined();
    expect(strip({})).toBeUndefined();
  });

  it("come to an end with a date in a far future", () => {
    expect(strip({ "2024-01": 1, "9999-01": 1 })?.length).toBeLessThan(40);
  });
});
