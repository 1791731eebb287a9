import type { ArticleDate } from "../article/article-date.ts";

/** How long the stretches of a timeline are. Weeks begin on Monday, as in ISO 8601. */
export type TimelineInterval = "day" | "week" | "month" | "year";

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day a date falls on in a time zone, as `2024-11-26`; the month or the year alone when no day was
 * written.
 */
export function dayOf(date: ArticleDate, timeZone: string): string {
  const parts = format(timeZone).formatToParts(date.epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? "";
  const year = part("year").padStart(4, "0");
  if (date.precision === "year") return year;
  const month = `${year}-${part("month")}`;
  return date.precision === "month" ? month : `${month}-${part("day")}`;
}

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (known === undefined) {
    known = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formats.set(timeZone, known);
  }
  return known;
}

/**
 * The stretch of a timeline that a day, month or year lies in, as dates of a query are written: `2024`,
 * `2024-11`, `2024-W48` or `2024-11-26`. Undefined for what is coarser than the stretches.
 */
export function periodIn(day: string, interval: TimelineInterval): string | undefined {
  if (interval === "year") return day.slice(0, 4);
  if (interval === "month") return day.length < 7 ? undefined : day.slice(0, 7);
  if (day.length < 10) return undefined;
  return interval === "day" ? day : weekOf(day);
}

const dayMs = 86_400_000;

/** The week of ISO 8601: it belongs to the year of its Thursday. */
function weekOf(day: string): string {
  const ms = Date.parse(`${day}T00:00Z`);
  const thursday = ms + (3 - ((new Date(ms).getUTCDay() + 6) % 7)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`;
}

/** Year × 10,000 + month × 100 + day as a date, without what is 0. */
export function formatPeriod(number: number): string {
  const digits = String(number).padStart(8, "0");
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  if (month === "00") return year;
  return day === "00" ? `${year}-${month}` : `${year}-${month}-${day}`;
}
