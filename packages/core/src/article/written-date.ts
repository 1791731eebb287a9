import { fold } from "../text/fold.ts";
import { monthNamed } from "./month-names.ts";

/** What a written date says, before it is known whether there is such a day. Numbers as written. */
export type WrittenDate = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** The digits after the seconds' point. */
  readonly fraction?: string;
  /** `Z` or `+07:00`. */
  readonly offset?: string;
  /** Day of the week, Sunday 0, when an English one was written. */
  readonly weekday?: number;
};

/** `two-ways`: day and month cannot be told apart. */
export type DateForm = WrittenDate | "unreadable" | "two-ways";

type Groups = Readonly<Record<string, string | undefined>>;

const zone = String.raw`(?<zone>z|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|utc|gmt|ut|[ecmp][sd]t)`;
const clock = String.raw`(?<hour>\d{1,2})[:h.](?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,12}))?)?(?:\s?(?<half>[ap])\.?m\.?)?`;
const time = String.raw`(?:${clock}(?:\s*${zone})?)`;
const year = String.raw`(?<year>\d{4})`;
const dayNumber = String.raw`(?<day>\d{1,2})`;
const name = String.raw`(?<name>\p{L}[\p{L}\p{M}]*)\.?`;

/** The forms, in folded text. ISO 8601 and its loose relatives come first: nearly every date is one. */
const forms: readonly RegExp[] = [
  String.raw`${year}(?:[-/](?<month>\d{1,2}))?`,
  String.raw`${year}(?<mark>[-/.])(?<month>\d{1,2})\k<mark>${dayNumber}(?:(?:t|,?\s+)${time})?`,
  String.raw`${year}-(?<month>\d{2})-${dayNumber}\s?${zone}`,
  String.raw`${year}(?<month>\d{2})(?<day>\d{2})(?:t?(?<hour>\d{2})(?<minute>\d{2})(?:(?<second>\d{2}))?${zone}?)?`,
  String.raw`${dayNumber}(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?${name},?[\s-]+(?:de\s+)?${year}(?:,?\s+(?:at\s+|a\s+)?${time})?`,
  String.raw`${name}\s+${dayNumber}(?:st|nd|rd|th)?,?\s+${year}(?:,?\s+(?:at\s+)?${time})?(?:\s*\([^()]*\))?`,
  String.raw`${name}\s+${dayNumber}\s+${time}\s+${year}`,
  String.raw`${name},?\s+(?:de\s+)?${year}`,
  String.raw`${year}[年년]\s?(?:(?<month>\d{1,2})[月월]\s?(?:(?<day>\d{1,2})[日일])?)?(?:\s*(?<hour>\d{1,2})[:時](?<minute>\d{2})分?)?`,
  String.raw`(?<first>\d{1,2})(?<mark>[-/.])(?<middle>\d{1,2})\k<mark>${year}(?:,?\s+${time})?`,
].map((form) => new RegExp(`^${form}$`, "u"));

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** An English day, whose number is checked; one of another language before a comma, or one that is known. */
const weekday =
  /^(?:(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?,?\s+|\p{L}[\p{L}\p{M}-]*,\s*|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|senin|selasa|rabu|kamis|jumat|sabtu|minggu)\s+)/u;

/** Khmer words for day, month and year, which stand before the number or name. */
const khmerWords = /(?:ថ្ងៃ(?:\p{L}[\p{L}\p{M}]*\s+)?ទី|ទី|ខែ|ឆ្នាំ)\s*/gu;

/** Offsets of the names in RFC 5322 §4.3. */
const namedZones: Readonly<Record<string, string>> = {
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/** Longer text than this is no date. */
const maxLength = 100;

/** Takes a date apart, in any of the forms that people and programs write; digits of any script. */
export function readWrittenDate(written: string): DateForm {
  if (written.length > maxLength) return "unreadable";
  let text = fold(written.trim()).replaceAll("\u2212", "-");
  const named = weekday.exec(text);
  if (named !== null) text = text.slice(named[0].length);
  if (/[\u1780-\u17b3]/.test(text)) text = text.replace(khmerWords, "").replace(/\s+/g, " ").trim();
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined) return fromGroups(groups, named?.[1]);
  }
  return "unreadable";
}

const units = ["month", "day", "hour", "minute", "second"] as const;

function fromGroups(groups: Groups, named: string | undefined): DateForm {
  const { name: monthName, half, fraction, zone: zoneName } = groups;
  const order = groups["first"] === undefined ? {} : dayAndMonth(groups);
  if (order === "two-ways") return order;
  const numbers: { -readonly [Unit in (typeof units)[number]]?: number } = {};
  for (const unit of units) {
    const digits = groups[unit];
    if (digits !== undefined) numbers[unit] = Number(digits);
  }
  const month = monthName === undefined ? undefined : monthNamed(monthName);
  if (monthName !== undefined && month === undefined) return "unreadable";
  return {
    year: Number(groups["year"]),
    ...numbers,
    ...order,
    ...(month === undefined ? {} : { month }),
    ...(half === undefined ? {} : { hour: hourOfHalf(Number(groups["hour"]), half) }),
    ...(fraction === undefined ? {} : { fraction }),
    ...(zoneName === undefined ? {} : { offset: offsetOf(zoneName) }),
    ...(named === undefined ? {} : { weekday: weekdays.indexOf(named) }),
  };
}

/** `26/11/2024` can only be read one way; `5/6/2024` in two; with points the day comes first everywhere. */
function dayAndMonth({ first, middle, mark }: Groups): { day: number; month: number } | "two-ways" {
  const [one, two] = [Number(first), Number(middle)];
  if (mark === "." || one > 12 || one === two) return { day: one, month: two };
  return two > 12 ? { day: two, month: one } : "two-ways";
}

/** 12 o'clock begins each half of the day; there is no 0 and no 13 o'clock. */
function hourOfHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

function offsetOf(zoneName: string): string {
  const [, sign, hours = "0", minutes = "00"] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zoneName) ?? [];
  if (sign === undefined) return namedZones[zoneName] ?? "Z";
  return `${sign}${hours.padStart(2, "0")}:${minutes}`;
}
