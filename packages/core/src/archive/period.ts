import type { ArticleDate } from "../article/article-date.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The month a date falls into in a time zone, as `2024-11`; the year alone when no month was written. */
export function monthOf(date: ArticleDate, timeZone: string): string {
  const parts = format(timeZone).formatToParts(date.epochMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? "";
  const year = part("year").padStart(4, "0");
  return date.precision === "year" ? year : `${year}-${part("month")}`;
}

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (known === undefined) {
    known = new Intl.DateTimeFormat("en-u-ca-iso8601", {
      timeZone,
      year: "numeric",
      month: "2-digit",
    });
    formats.set(timeZone, known);
  }
  return known;
}
