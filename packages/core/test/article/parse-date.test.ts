import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate, readDate } from "../../src/article/parse-date.ts";

const zone = "Asia/Phnom_Penh";

/** `precision offset start end`. */
function shown(written: string, timeZone = zone): string {
  const reading = readDate(written, timeZone);
  if ("fault" in reading) return reading.fault;
  const { precision, offset, epochMs, endMs } = reading.date;
  const short = (ms: number): string =>
    new Date(ms).toISOString().replace(/(?::00)?\.000Z$|Z$/, "");
  return `${precision} ${offset ?? "none"} ${short(epochMs)} ${short(endMs)}`;
}

describe("a date", () => {
  it.for([
    ["2024-11-26T13:41:57.852Z", "millisecond Z 2024-11-26T13:41:57.852 2024-11-26T13:41:57.853"],
    ["2024-11-26T13:41:57Z", "second Z 2024-11-26T13:41:57 2024-11-26T13:41:58"],
    ["2024-11-26T13:41:57", "second none 2024-11-26T06:41:57 2024-11-26T06:41:58"],
    ["2024-11-26 13:41:57 +0700", "second +07:00 2024-11-26T06:41:57 2024-11-26T06:41:58"],
    ["2013-12-02 7:37:00 -0400", "second -04:00 2013-12-02T11:37 2013-12-02T11:37:01"],
    [
      "2001-12-14t21:59:43.10-05:00",
      "millisecond -05:00 2001-12-15T02:59:43.100 2001-12-15T02:59:43.101",
    ],
    [
      "2024-11-26T13:41:57.852123456+07",
      "millisecond +07:00 2024-11-26T06:41:57.852 2024-11-26T06:41:57.853",
    ],
    ["2019-01-11 22:13", "minute none 2019-01-11T15:13 2019-01-11T15:14"],
    ["20241126T134157Z", "second Z 2024-11-26T13:41:57 2024-11-26T13:41:58"],
    ["2024-11-26", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["2024-4-09", "day none 2024-04-08T17:00 2024-04-09T17:00"],
    ["2024/11/26", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["20241126", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["2024-11-26Z", "day Z 2024-11-26T00:00 2024-11-27T00:00"],
    ["2024-11", "month none 2024-10-31T17:00 2024-11-30T17:00"],
    ["2024", "year none 2023-12-31T17:00 2024-12-31T17:00"],
    ["Tue, 26 Nov 2024 13:41:57 +0000", "second +00:00 2024-11-26T13:41:57 2024-11-26T13:41:58"],
    ["Tue, 26 Nov 2024 13:41:57 GMT", "second Z 2024-11-26T13:41:57 2024-11-26T13:41:58"],
    ["26 Nov 2024 08:41 EST", "minute -05:00 2024-11-26T13:41 2024-11-26T13:42"],
    [
      "Tue Nov 26 2024 13:41:57 GMT+0700 (Indochina Time)",
      "second +07:00 2024-11-26T06:41:57 2024-11-26T06:41:58",
    ],
    ["26 November 2024", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["Nov 25, 2024", "day none 2024-11-24T17:00 2024-11-25T17:00"],
    ["Nov. 25th, 2024 3:30 PM", "minute none 2024-11-25T08:30 2024-11-25T08:31"],
    ["November 2024", "month none 2024-10-31T17:00 2024-11-30T17:00"],
    ["1er août 2024 à 8h30", "minute none 2024-08-01T01:30 2024-08-01T01:31"],
    ["mardi 26 novembre 2024", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["19 de noviembre de 2024", "day none 2024-11-18T17:00 2024-11-19T17:00"],
    ["9. März 2024", "day none 2024-03-08T17:00 2024-03-09T17:00"],
    ["2024年11月26日", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["２０２４年１１月", "month none 2024-10-31T17:00 2024-11-30T17:00"],
    ["ថ្ងៃទី២៦ ខែវិច្ឆិកា ឆ្នាំ២០២៤", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["26/11/2024", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["11/26/2024", "day none 2024-11-25T17:00 2024-11-26T17:00"],
    ["5.6.2024", "day none 2024-06-04T17:00 2024-06-05T17:00"],
  ])("written as %s is understood", ([written, meaning]) => {
    expect(shown(written ?? "")).toBe(meaning);
  });

  it.for([
    "2024-02-31",
    "2023-02-29",
    "2024-13-45",
    "2024-00-10",
    "2024-11-26T25:00",
    "2024-11-26T13:61",
    "0001-01-01T00:00:00Z",
    "13/13/2024",
    "31 June 2024",
    "Nov 25, 2024 13:30 PM",
  ])("that does not exist (%s) is no other day", (written) => {
    expect(shown(written)).toBe("date-impossible");
  });

  it.for(["5/6/2024", "05-06-2024"])(
    "that can be read in two ways (%s) is not guessed",
    (written) => {
      expect(shown(written)).toBe("date-ambiguous");
    },
  );

  it.for(["", "yesterday", "26 Foo 2024", "12/13/14", "2024-11-26T13", "x".repeat(10_000)])(
    "that is none (%s) is not read",
    (written) => {
      expect(shown(written)).toBe("date-unreadable");
    },
  );

  it("keeps what was written, and the instant only of a time", () => {
    expect(parseDate("26 November 2024", zone)).toEqual({
      written: "26 November 2024",
      precision: "day",
      offset: null,
      epochMs: Date.UTC(2024, 10, 25, 17),
      endMs: Date.UTC(2024, 10, 26, 17),
    });
    expect(parseDate("2024-11-26T13:41Z", zone)?.instant).toBe("2024-11-26T13:41:00.000Z");
  });

  it("says when another day of the week was written", () => {
    expect(readDate("Wed, 26 Nov 2024 13:41:57 GMT", zone)).toMatchObject({ wrongWeekday: true });
    expect(readDate("Tue, 26 Nov 2024 13:41:57 GMT", zone)).toMatchObject({ wrongWeekday: false });
  });

  it.for([
    "2024-11-26T03:41:57.852+15:00",
    "2024-11-26 03:41 -1430",
    "Tue, 26 Nov 2024 03:41 +0760",
  ])("is its day when no zone has the offset of its time: %s", (written) => {
    expect(shown(written)).toBe("day none 2024-11-25T17:00 2024-11-26T17:00");
    expect(readDate(written, zone)).toMatchObject({ wrongOffset: true, wrongWeekday: false });
    expect(parseDate(written, zone)).not.toHaveProperty("instant");
  });

  it("may have the offsets of the farthest zones", () => {
    for (const offset of ["+14:00", "-12:00", "+05:45", "Z"]) {
      const reading = readDate(`2024-11-26T03:41${offset}`, zone);
      expect(reading).toMatchObject({ wrongOffset: false, date: { offset } });
    }
  });

  it("is as long as the clocks make it where they change", () => {
    expect(shown("2024-03-10", "America/New_York")).toBe(
      "day none 2024-03-10T05:00 2024-03-11T04:00",
    );
    expect(shown("2024-11-03", "America/New_York")).toBe(
      "day none 2024-11-03T04:00 2024-11-04T05:00",
    );
  });

  it("shown twice by the clocks is its first, and one skipped is as far after the change", () => {
    expect(shown("2024-11-03T01:30", "America/New_York")).toBe(
      "minute none 2024-11-03T05:30 2024-11-03T05:31",
    );
    expect(shown("2024-03-10T02:30", "America/New_York")).toBe(
      "minute none 2024-03-10T07:30 2024-03-10T07:31",
    );
  });

  it("means the same in every time zone of the machine", () => {
    const module = join(import.meta.dirname, "../../src/article/parse-date.ts");
    const program = `
      const { parseDate } = await import(${JSON.stringify(module)});
      const dates = ["2024-11-26", "2024-11", "26 Nov 2024 08:30", "2024-03-10T02:30", "2024-11-26T13:41Z"];
      console.log(new Date(2024, 0).getTimezoneOffset());
      console.log(JSON.stringify(dates.map((date) => parseDate(date, "Asia/Phnom_Penh"))));`;
    const runs = ["UTC", "Asia/Phnom_Penh", "America/New_York"].map((TZ) =>
      execFileSync(process.execPath, ["--input-type=module", "-e", program], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      }).split("\n"),
    );
    expect(runs.map(([offset]) => offset)).toEqual(["0", "-420", "300"]);
    expect(new Set(runs.map(([, dates]) => dates)).size).toBe(1);
  });

  it("written as an instant of any precision is that instant", () => {
    const dates = fc.date({
      min: new Date("1400-01-01"),
      max: new Date("9999-12-30"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString();
        expect(parseDate(iso, zone)).toMatchObject({ epochMs: date.getTime(), instant: iso });
        expect(parseDate(date.toUTCString(), zone)?.epochMs).toBe(
          Math.floor(date.getTime() / 1000) * 1000,
        );
        const day = parseDate(iso.slice(0, 10), "UTC");
        expect(day).toMatchObject({ epochMs: Date.parse(iso.slice(0, 10)) });
        expect((day?.endMs ?? 0) - (day?.epochMs ?? 0)).toBe(86_400_000);
      }),
    );
  });

  it("is never made out of text that holds none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/\d{4}/.test(text.normalize("NFKC")));
        expect(readDate(text, zone)).toHaveProperty("fault");
      }),
    );
  });
});
