import type { Hit } from "../archive/archive.ts";
import {
  articleSummaryJson,
  type ArticleSummaryJson,
  type JsonContext,
} from "./article-summary-json.ts";

/** The columns, in order; columns may be added at the end. */
const columns: Readonly<
  Record<string, (article: ArticleSummaryJson) => string | number | undefined>
> = {
  id: ({ id }) => id,
  headline: ({ headline }) => headline,
  description: ({ description }) => description,
  section: ({ section }) => section?.label,
  keywords: ({ keywords }) => keywords.join("; "),
  inLanguage: ({ inLanguage }) => inLanguage,
  datePublished: ({ datePublished }) => datePublished,
  dateModified: ({ dateModified }) => dateModified,
  author: ({ author }) => author.join("; "),
  wordCount: ({ wordCount }) => wordCount,
  readingMinutes: ({ readingMinutes }) => readingMinutes,
  originUrl: ({ originUrl }) => originUrl,
  image: ({ image }) => image?.url,
  path: ({ path }) => path,
  url: ({ links }) => links?.self,
};

/**
 * A page of a list as CSV (RFC 4180), for spreadsheets too: with a byte order mark, so that they read it as
 * UTF-8, and with an apostrophe before whatever they would run as a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 *
 * @example
 * ```ts
 * import { listCsv, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nBuses <crossed> at *noon*.\n";
 * const { article } = parseArticle({ path: "bridge.md", text });
 * const [, row] = listCsv({ hits: [{ article }] }, { timeZone: "UTC" }).split("\r\n");
 * row?.startsWith("bridge,A bridge opens,"); // => true
 * ```
 */
export function listCsv(
  { hits }: { readonly hits: readonly Pick<Hit, "article">[] },
  context: JsonContext,
): string {
  const rows = hits.map(({ article }) => {
    const json = articleSummaryJson(article, context);
    return Object.values(columns).map((read) => cell(read(json) ?? ""));
  });
  const lines = [Object.keys(columns), ...rows].map((cells) => `${cells.join(",")}\r\n`);
  return `\ufeff${lines.join("")}`;
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  // Full-width forms are formulas to some programs as well.
  const harmless = /^[\s\u200b]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/.test(value)
    ? `'${value}`
    : value;
  return /[",\r\n;\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
