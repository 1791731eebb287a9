import { articleSummaryJson, matchJson, type ArchiveStatus, type Hit } from "@broadsheet/core/view";
import { join } from "node:path";
import { flagValue, type Invocation } from "./parse-arguments.ts";

/** How articles are printed for programs: what one of them is, and what stands before all of them. */
export type ListFormat = {
  readonly head: string;
  readonly article: (hit: Hit, status: ArchiveStatus) => string;
};

/** The flags that choose a format; each stands for all articles, one after the other. */
const formatFlags = ["--json", "--ndjson", "--csv", "--paths", "--null"] as const;

/** The columns of the table, by the names that the JSON has. */
const columns = [
  "id",
  "datePublished",
  "section",
  "inLanguage",
  "headline",
  "author",
  "description",
  "wordCount",
  "originUrl",
  "path",
] as const;

/** What is wrong when several formats are asked for; undefined when one is, or none. */
export function formatProblem(invocation: Invocation): string | undefined {
  const asked = formatFlags.filter((flag) => flagValue(invocation, flag) !== undefined);
  const isPaths = asked.every((flag) => flag === "--paths" || flag === "--null");
  return asked.length <= 1 || isPaths ? undefined : `Choose one of ${asked.join(" and ")}.`;
}

/** The format that was asked for; undefined for the one for people, and for JSON in one piece. */
export function listFormat(invocation: Invocation, folder: string): ListFormat | undefined {
  const isAsked = (flag: string): boolean => flagValue(invocation, flag) !== undefined;
  if (isAsked("--ndjson")) {
    return {
      head: "",
      article: (hit, { timeZone }) =>
        `${JSON.stringify({ ...articleSummaryJson(hit.article, { timeZone }), match: matchJson(hit) })}\n`,
    };
  }
  if (isAsked("--csv")) return { head: csvLine(columns), article: csvArticle };
  if (isAsked("--paths") || isAsked("--null")) {
    const end = isAsked("--null") ? "\0" : "\n";
    return { head: "", article: ({ article }) => join(folder, article.path) + end };
  }
  return undefined;
}

function csvArticle({ article }: Hit, { timeZone }: ArchiveStatus): string {
  const { datePublished } = articleSummaryJson(article, { timeZone });
  const values: { readonly [column in (typeof columns)[number]]: string | number | undefined } = {
    id: article.id,
    datePublished,
    section: article.section?.label,
    inLanguage: article.inLanguage,
    headline: article.headline,
    author: article.author.join("; "),
    description: article.description,
    wordCount: article.wordCount,
    originUrl: article.originUrl,
    path: article.path,
  };
  return csvLine(columns.map((column) => String(values[column] ?? "")));
}

/** A line of a table as RFC 4180 has it. */
function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(",")}\r\n`;
}

/** A cell. What a spreadsheet would take for a formula has an apostrophe before it: it is only text. */
function csvValue(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
