import type { ArticleDate } from "./article-date.ts";
import { parseDate, readArticleDate } from "./parse-date.ts";
import { dayInPath } from "./path-day.ts";
import type { FieldContext } from "./read-field.ts";
import type { ReadFields } from "./read-fields.ts";

/** When an article appeared, and whether that was worked out rather than given as its date. */
export type Publication = { readonly date: ArticleDate; readonly inferred: boolean };

/** Between the last hour of one day and the first of the next there are the zones of author and archive. */
const nearMs = 86_400_000;

/**
 * The date in the front matter; without one that can be used, the day in the file's path, else the day in
 * the address that front matter gives the article. A date far from the path's is reported, and holds.
 */
export function publicationOf(
  { datePublished, permalink }: Pick<ReadFields, "datePublished" | "permalink">,
  { path, timeZone, report }: FieldContext,
): Publication | undefined {
  const inPath = dayInPath(path);
  if (datePublished !== undefined) {
    const { value: date } = datePublished;
    const named = inPath === undefined ? undefined : parseDate(inPath, timeZone);
    if (named !== undefined && distance(date, named) > nearMs) {
      report("date-differs", datePublished, `${date.written}, in the path ${named.written}`);
    }
    return { date, inferred: false };
  }
  const written = inPath ?? (permalink === undefined ? undefined : dayInPath(permalink));
  if (written === undefined) return undefined;
  const reading = readArticleDate(written, timeZone);
  if (!("fault" in reading)) return { date: reading.date, inferred: true };
  report(reading.fault, undefined, written);
  return undefined;
}

/** Milliseconds between two dates, each of which may be as long as a year; 0 when they overlap. */
function distance(one: ArticleDate, other: ArticleDate): number {
  return Math.max(0, one.epochMs - other.endMs, other.epochMs - one.endMs);
}
