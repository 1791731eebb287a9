import { describe, expect, it } from "vitest";
import { instantInZone } from "../../src/article/zone-offset.ts";

/** The instant, to the minute, at which clocks in a zone show a time. */
function instant(clock: string, timeZone: string): string {
  return new Date(instantInZone(Date.parse(`${clock}Z`), timeZone)).toISOString().slice(0, 16);
}

describe("instantInZone", () => {
  it.for([
    ["2024-11-26T00:00", "UTC", "2024-11-26T00:00"],
    ["2024-11-26T00:00", "Asia/Phnom_Penh", "2024-11-25T17:00"],
    ["2024-07-01T12:00", "America/New_York", "2024-07-01T16:00"],
    ["2024-01-01T12:00", "America/New_York", "2024-01-01T17:00"],
    ["2024-01-01T12:00", "Asia/Kathmandu", "2024-01-01T06:15"],
    ["2024-03-10T01:59", "America/New_York", "2024-03-10T06:59"],
    ["2024-03-10T03:00", "America/New_York", "2024-03-10T07:00"],
    ["2024-11-03T02:00", "America/New_York", "2024-11-03T07:00"],
  ] as const)("knows when it is %s in %s", ([clock, zone, expected]) => {
    expect(instant(clock, zone)).toBe(expected);
  });
});
