import type { ArticleDate, DatePrecision } from "./article-date.ts";
import { readWrittenDate, type WrittenDate } from "./written-date.ts";
import { instantInZone } from "./zone-offset.ts";

/** A date, or why there is none. */
export type DateReading =
  | {
      readonly date: ArticleDate;
      /** Whether another day of the week was written than the date has. */
      readonly wrongWeekday: boolean;
      /** Whether an offset was written that no zone has: then the date is the day, in the archive's zone. */
      readonly wrongOffset: boolean;
    }
  | { readonly fault: "date-unreadable" | "date-impossible" | "date-ambiguous" };

/** The years that articles are from: printing to the end of four digits. Programs write 0001 for "none". */
const firstYear = 1400;

/**
 * The date that was written, in a form of ISO 8601, RFC 5322 or everyday use; undefined when it is none or
 * there is no such date. Nothing is guessed.
 *
 * @param timeZone IANA name of the zone that holds when none was written.
 */
export function parseDate(written: string, timeZone: string): ArticleDate | undefined {
  const reading = readDate(written, timeZone);
  return "date" in reading ? reading.date : undefined;
}

/**
 * Years of these days in other calendars, of the Islamic and the Persian and of the Buddhist one. Files give
 * them in the same form as ours, and nothing is printed so early or so late.
 */
const yearsElsewhere = [
  [1400, 1460],
  [2440, 2640],
] as const;

/** What an article has for its date, with the reason why it is none: a year of another calendar is no year of ours. */
export function readArticleDate(written: string, timeZone: string): DateReading {
  const reading = readDate(written, timeZone);
  if ("fault" in reading) return reading;
  const year = new Date(reading.date.endMs - 1).getUTCFullYear();
  const isElsewhere = yearsElsewhere.some(([first, last]) => year >= first && year <= last);
  return isElsewhere ? { fault: "date-ambiguous" } : reading;
}

/** The same as `parseDate`, with the reason why there is no date. */
export function readDate(written: string, timeZone: string): DateReading {
  const form = readWrittenDate(written);
  if (form === "unreadable") return { fault: "date-unreadable" };
  if (form === "two-ways") return { fault: "date-ambiguous" };
  if (!exists(form)) return { fault: "date-impossible" };
  const wrongOffset = form.offset !== undefined && !isOffset(form.offset);
  const parts = wrongOffset ? withoutTime(form) : form;
  const precision = precisionOf(parts);
  const begin = clockMs(parts);
  const offset = parts.offset ?? null;
  const instant = (ms: number): number =>
    offset === null ? instantInZone(ms, timeZone) : ms - offsetMs(offset);
  const epochMs = instant(begin);
  const date = {
    written,
    precision,
    offset,
    epochMs,
    endMs: isTime(precision) ? epochMs + lengths[precision] : instant(nextBegin(parts)),
  };
  const wrongWeekday = parts.weekday !== undefined && parts.weekday !== new Date(begin).getUTCDay();
  return {
    date: isTime(precision) ? { ...date, instant: new Date(epochMs).toISOString() } : date,
    wrongWeekday,
    wrongOffset,
  };
}

const lengths = { minute: 60_000, second: 1000, millisecond: 1 } as const;

function isTime(precision: DatePrecision): precision is keyof typeof lengths {
  return precision in lengths;
}

function precisionOf({ month, day, minute, second, fraction }: WrittenDate): DatePrecision {
  if (fraction !== undefined) return "millisecond";
  if (second !== undefined) return "second";
  if (minute !== undefined) return "minute";
  if (day !== undefined) return "day";
  return month === undefined ? "year" : "month";
}

function exists(parts: WrittenDate): boolean {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const within = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  const time = hour <= 23 && minute <= 59 && second <= 59;
  return year >= firstYear && within && time;
}

/** The farthest zones are 14 hours from UTC. */
const maxOffsetMs = 14 * 3_600_000;

function isOffset(offset: string): boolean {
  return Math.abs(offsetMs(offset)) <= maxOffsetMs && !/:[6-9]\d$/.test(offset);
}

/** Every form with an offset has a day. */
function withoutTime({ year, month = 1, day = 1, weekday }: WrittenDate): WrittenDate {
  return { year, month, day, ...(weekday === undefined ? {} : { weekday }) };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The time on the clock, as if it were UTC. */
function clockMs({
  year,
  month = 1,
  day = 1,
  hour,
  minute,
  second,
  fraction,
}: WrittenDate): number {
  const milliseconds = Number((fraction ?? "").slice(0, 3).padEnd(3, "0"));
  return Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, second ?? 0, milliseconds);
}

/** The first moment after a day, a month or a year. */
function nextBegin({ year, month, day }: WrittenDate): number {
  if (month === undefined) return Date.UTC(year + 1, 0, 1);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}

function offsetMs(offset: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(offset) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === "-" ? -size : size;
}
