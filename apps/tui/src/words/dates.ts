import type { ArticleDate } from "@broadsheet/core/view";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const fullMonth = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });

/** `November` for `2024-11`. */
export function monthName(period: string): string {
  return fullMonth.format(new Date(`2000-${period.slice(-2)}-01T00:00:00Z`));
}

/** What stands where a date would, for an article that has none. */
export const undated = "—";

type Day = { readonly year: number; readonly month: string; readonly day: number };

/** Days kept by their instant: taking a date apart costs more than all the rest of a row of the list. */
const maxKept = 4_096;

const kept = new Map<
  string,
  { readonly format: Intl.DateTimeFormat; readonly days: Map<number, Day> }
>();

/** The calendar day of an instant in a time zone (IANA name). */
function dayIn(timeZone: string, epochMs: number): Day {
  let zone = kept.get(timeZone);
  if (zone === undefined) {
    const format = new Intl.DateTimeFormat("en-GB-u-ca-gregory-nu-latn", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
    });
    zone = { format, days: new Map() };
    kept.set(timeZone, zone);
  }
  const known = zone.days.get(epochMs);
  if (known !== undefined) return known;
  const parts = zone.format.formatToParts(epochMs);
  const part = (type: string): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const day = { year: part("year"), month: months[part("month") - 1] ?? "", day: part("day") };
  if (zone.days.size >= maxKept) zone.days.clear();
  zone.days.set(epochMs, day);
  return day;
}

/** `26 Nov 2024`, `Nov 2024` or `2024`, as exactly as the date was written. */
export function fullDate(date: ArticleDate, timeZone: string): string {
  const { year, month, day } = dayIn(timeZone, date.epochMs);
  if (date.precision === "year") return String(year);
  return date.precision === "month" ? `${month} ${year}` : `${day} ${month} ${year}`;
}

/** The same without its year: `26 Nov`, `Nov`; only the year when nothing finer was written. */
export function shortDate(date: ArticleDate, timeZone: string): string {
  const { year, month, day } = dayIn(timeZone, date.epochMs);
  if (date.precision === "year") return String(year);
  return date.precision === "month" ? month : `${day} ${month}`;
}

/** The year of an instant in a time zone. */
export function yearOf(epochMs: number, timeZone: string): number {
  return dayIn(timeZone, epochMs).year;
}

/** `3 – 26 Nov 2024`, `3 Jan – 26 Nov 2024`, `3 Jan 2023 – 26 Nov 2024`, or one day. */
export function dateSpan(firstMs: number, lastMs: number, timeZone: string): string {
  const [first, last] = [dayIn(timeZone, firstMs), dayIn(timeZone, lastMs)];
  const end = `${last.day} ${last.month} ${last.year}`;
  if (first.year !== last.year) return `${first.day} ${first.month} ${first.year} – ${end}`;
  if (first.month !== last.month) return `${first.day} ${first.month} – ${end}`;
  return first.day === last.day ? end : `${first.day} – ${end}`;
}
