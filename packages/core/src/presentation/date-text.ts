import type { ArticleDate } from "../article/article-date.ts";

const parts = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "long" },
  day: { year: "numeric", month: "long", day: "numeric" },
} as const;

/** A date as people write it in a language, as exact as it was written but for the time of day. */
export function dateText(date: ArticleDate, timeZone: string, language: string = "en"): string {
  const { precision, epochMs } = date;
  const shown = precision === "year" || precision === "month" ? precision : "day";
  const options = { ...parts[shown], timeZone, calendar: "gregory" };
  return new Intl.DateTimeFormat(known(language), options).format(epochMs);
}

/** A number of minutes as people write it in a language. */
export function minutesText(minutes: number, language: string = "en"): string {
  const options = { style: "unit", unit: "minute", unitDisplay: "long" } as const;
  return new Intl.NumberFormat(known(language), options).format(minutes);
}

/** English day before month, unless the tag says otherwise; English for a tag that is none. */
function known(language: string): string {
  if (language === "en") return "en-GB";
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}
