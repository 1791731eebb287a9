import type { ArticleSummary } from "../article/article.ts";
import type { Query } from "./query.ts";

/** The filter value that stands for articles without a value. */
export const noValue = "_none";

/** Whether a language tag is in a range such as `zh` or `zh-Hant` (RFC 4647, basic filtering). */
export function languageInRange(tag: string | undefined, range: string): boolean {
  if (tag === undefined) return range === noValue;
  const [lower, wanted] = [tag.toLowerCase(), range.toLowerCase()];
  return lower === wanted || lower.startsWith(`${wanted}-`);
}

/** Whether an article passes all of a query's filters but its text. */
export function passesFilters(article: ArticleSummary, query: Query): boolean {
  const { sections, languages, fromMs, toMs, visibleAtMs } = query;
  const date = article.datePublished;
  return (
    (query.drafts || !article.draft) &&
    (visibleAtMs === undefined || date === undefined || date.epochMs <= visibleAtMs) &&
    (sections.length === 0 || sections.includes(article.section?.key ?? noValue)) &&
    (languages.length === 0 ||
      languages.some((range) => languageInRange(article.inLanguage, range))) &&
    (fromMs === undefined || (date !== undefined && date.endMs > fromMs)) &&
    (toMs === undefined || (date !== undefined && date.epochMs < toMs))
  );
}
