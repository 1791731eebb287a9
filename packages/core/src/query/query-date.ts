import { readDate, type DateReading } from "../article/parse-date.ts";
import { relativeDate, type Clock } from "./relative-date.ts";

/** The time that a date of a query means. */
export type QueryDate = {
  /** Where it begins: articles after it are those from here on. */
  readonly fromMs: number;
  /** Where a stretch that it ends is over, exclusive: its own end, or for a time of day its start. */
  readonly toMs: number;
  /** Where it ends itself, exclusive. */
  readonly endMs: number;
};

/** Why something is no date. */
export type DateFault = Extract<DateReading, { fault: string }>["fault"];

/** A plus sign that was not percent-encoded arrives as a space: `…T08:00 07:00`. */
const offsetAfterSpace = /(T[\d:.,]+) (?=\d{2}:?\d{2}$)/i;

/** An instant as `formatInstant` writes it, also in years that no article is from. */
const instant = /^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?Z$/;

/** Reads a date as articles have it, or one that is counted from today. */
export function readQueryDate(typed: string, clock: Clock): QueryDate | DateFault {
  if (instant.test(typed)) {
    const ms = Date.parse(typed);
    if (!Number.isNaN(ms)) return { fromMs: ms, toMs: ms, endMs: ms + 1 };
  }
  const relative = relativeDate(typed, clock);
  if (relative !== undefined) return { ...relative, endMs: relative.toMs };
  const reading = readDate(typed.replace(offsetAfterSpace, "$1+"), clock.timeZone);
  if ("fault" in reading) return reading.fault;
  const { epochMs, endMs, instant: time } = reading.date;
  return { fromMs: epochMs, toMs: time === undefined ? endMs : epochMs, endMs };
}
