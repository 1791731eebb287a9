import { monthNamed } from "../article/month-names.ts";
import { instantInZone } from "../article/zone-offset.ts";
import { fold } from "../text/fold.ts";

/** When a query is asked, and where its days begin. */
export type Clock = {
  /** IANA name of the zone for dates without an offset: the archive's. */
  readonly timeZone: string;
  /** Milliseconds since 1970. Absent: dates that are counted from today are not understood. */
  readonly nowMs?: number;
};

/** A stretch of time in milliseconds since 1970, its end exclusive. */
export type Span = { readonly fromMs: number; readonly toMs: number };

/** Days as if they were in UTC: from the first to the one after the last. */
type Days = readonly [first: number, next: number];

const dayMs = 86_400_000;
const dayShifts: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/**
 * The days that are meant by `today`, `yesterday`, `tomorrow`, `this|last week|month|year`, `7d` (or `w`, `m`,
 * `y`), `last 7 days`, `7 days ago`, and a weekday or month by name, which is the last one that has begun
 * (with `last`, the one before today's); `2024-W48` is a week of ISO 8601. Hyphens may stand for spaces.
 * Undefined for anything else.
 */
export function relativeDate(typed: string, { timeZone, nowMs }: Clock): Span | undefined {
  // Most dates are nothing but digits, and telling what day it is takes longer than reading them.
  if (!/\p{L}/u.test(typed)) return undefined;
  const text = fold(typed)
    .replace(/[\s_-]+/gu, " ")
    .trim();
  const days =
    isoWeek(text) ?? (nowMs === undefined ? undefined : daysFrom(text, civilDay(nowMs, timeZone)));
  if (days === undefined) return undefined;
  const [fromMs = NaN, toMs = NaN] = days.map((day) => instantInZone(day, timeZone));
  return { fromMs, toMs };
}

function daysFrom(text: string, today: number): Days | undefined {
  return named(text, today) ?? counted(text, today) ?? unit(text, today) ?? byName(text, today);
}

function named(text: string, today: number): Days | undefined {
  const shift = dayShifts.get(text);
  return shift === undefined ? undefined : [today + shift * dayMs, today + (shift + 1) * dayMs];
}

/** `7d`, `last 7 days`: from the day so long ago to the end of today. `7 days ago`: that day alone. */
function counted(text: string, today: number): Days | undefined {
  const form =
    /^(?<last>(?:last|past) )?(?<count>\d{1,4}) ?(?<unit>[dwmy]|(?:day|week|month|year)s?)(?<ago> ago)?$/;
  const { last, count, unit: name, ago } = form.exec(text)?.groups ?? {};
  if (name === undefined || (last !== undefined && ago !== undefined)) return undefined;
  const day = earlier(today, Number(count), name.charAt(0));
  return [day, (ago === undefined ? today : day) + dayMs];
}

/** A day some days, weeks, months or years earlier; where a month is shorter, its last day. */
function earlier(day: number, count: number, name: string): number {
  if (name === "d" || name === "w") return day - count * (name === "w" ? 7 : 1) * dayMs;
  const date = new Date(day);
  const month = date.getUTCMonth() - count * (name === "y" ? 12 : 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last));
}

function unit(text: string, today: number): Days | undefined {
  const [, which, name] = /^(this|last) (week|month|year)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const back = which === "last" ? 1 : 0;
  const date = new Date(today);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (name === "year") return [Date.UTC(year - back, 0), Date.UTC(year - back + 1, 0)];
  if (name === "month") return [Date.UTC(year, month - back), Date.UTC(year, month - back + 1)];
  const monday = mondayOf(today) - back * 7 * dayMs;
  return [monday, monday + 7 * dayMs];
}

function byName(text: string, today: number): Days | undefined {
  const [, last, name = ""] = /^(last )?(.+)$/u.exec(text) ?? [];
  const weekday = weekdays.findIndex((each) => each === name || each.slice(0, 3) === name);
  if (weekday >= 0) {
    const day = mondayOf(today) + weekday * dayMs;
    const isPast = last === undefined ? day <= today : day < today;
    const found = isPast ? day : day - 7 * dayMs;
    return [found, found + dayMs];
  }
  const month = monthNamed(name);
  if (month === undefined) return undefined;
  const date = new Date(today);
  const now = date.getUTCMonth() + 1;
  const isPast = last === undefined ? month <= now : month < now;
  const year = date.getUTCFullYear() - Number(!isPast);
  return [Date.UTC(year, month - 1), Date.UTC(year, month)];
}

/** A week as ISO 8601 numbers it: the first has the year's first Thursday. */
function isoWeek(text: string): Days | undefined {
  const [, year, number] = /^(\d{4}) ?w(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const monday = mondayOf(Date.UTC(Number(year), 0, 4)) + (Number(number) - 1) * 7 * dayMs;
  const thursday = new Date(monday + 3 * dayMs);
  if (thursday.getUTCFullYear() !== Number(year)) return undefined;
  return [monday, monday + 7 * dayMs];
}

function mondayOf(day: number): number {
  return day - ((new Date(day).getUTCDay() + 6) % 7) * dayMs;
}

/** Making one takes longer than all the rest; an archive has one zone. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that a zone's calendars show, as if it were in UTC. */
function civilDay(nowMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(nowMs);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"));
}
