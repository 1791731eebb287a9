import type { ArticleDate, DatePrecision } from "../article/article-date.ts";
import type { ObjectSchema } from "./json-schema.ts";

/** All that is known of a date. */
export type DateJson = {
  readonly written: string;
  readonly precision: DatePrecision;
  readonly offset: string | null;
  readonly start: string;
  readonly end: string;
};

/** The schema of `DateJson`. */
export const dateSchema: ObjectSchema<DateJson> = {
  type: "object",
  description: "A date as it was written, and the stretch of time that it means.",
  required: ["written", "precision", "offset", "start", "end"],
  properties: {
    written: { type: "string", description: "The characters in the file." },
    precision: {
      enum: ["year", "month", "day", "minute", "second", "millisecond"],
      description: "How exactly it was written.",
    },
    offset: {
      type: ["string", "null"],
      description: "The offset from UTC as written; null when the archive's time zone holds.",
      examples: ["Z", "+07:00"],
    },
    start: { type: "string", format: "date-time", description: "Where it begins." },
    end: { type: "string", format: "date-time", description: "Where it ends, exclusive." },
  },
};

/** All that is known of a date, for JSON. */
export function dateJson(date: ArticleDate): DateJson {
  return {
    written: date.written,
    precision: date.precision,
    offset: date.offset,
    start: new Date(date.epochMs).toISOString(),
    end: new Date(date.endMs).toISOString(),
  };
}

/**
 * A date in ISO 8601, as exact as it was written and no more: `2024`, `2024-11`, `2024-11-26` (calendar
 * dates in the archive's time zone) or an instant in UTC, `2024-11-26T13:41:57.852Z`.
 */
export function isoDate(date: ArticleDate, timeZone: string): string {
  if (date.instant !== undefined) return date.instant;
  const day = calendarDay(date.epochMs, timeZone);
  if (date.precision === "year") return day.slice(0, -6);
  return date.precision === "month" ? day.slice(0, -3) : day;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone: `2024-11-26`. */
function calendarDay(epochMs: number, timeZone: string): string {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    formatters.set(timeZone, formatter);
  }
  return formatter.format(epochMs).padStart("2024-11-26".length, "0");
}
