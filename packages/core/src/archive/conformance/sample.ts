import type { ArticleSummary } from "../../article/article.ts";
import type { ArticleDate } from "../../article/article-date.ts";
import { makeProblem, type Problem, type ProblemCode } from "../../problem.ts";
import { parseText } from "../../query/parse-text.ts";
import { everything, type Query } from "../../query/query.ts";
import type { Change, IndexText } from "../article-index.ts";
import { divideText } from "../divide-text.ts";
import { dayOf } from "../period.ts";

/** An article that an index is tried with: its summary, the plain text of its body, what is wrong with it. */
export type Sample = {
  readonly article: ArticleSummary;
  readonly body: string;
  readonly problems?: readonly Problem[];
};

/** Fields of a sample; those of the article, and what belongs to its file. */
export type SampleFields = Partial<Omit<ArticleSummary, "id">> & {
  readonly body?: string;
  readonly codes?: readonly ProblemCode[];
};

/** An article with an id, in a file of that name unless it has another path. */
export function sample(
  id: string,
  { body = "", codes = [], ...fields }: SampleFields = {},
): Sample {
  const path = fields.path ?? `${id}.md`;
  return {
    body,
    problems: codes.map((code) => makeProblem(code, { path })),
    article: {
      headline: "",
      standfirst: false,
      keywords: [],
      author: [],
      wordCount: 1,
      readingMinutes: 1,
      draft: false,
      provenance: { frontMatter: "yaml", inferred: [] },
      ...fields,
      id,
      path,
    },
  };
}

/** A day of 2024 (or a month, or the year), in UTC. */
export function date2024(month?: number, day?: number): ArticleDate {
  const precision = month === undefined ? "year" : day === undefined ? "month" : "day";
  const start = Date.UTC(2024, (month ?? 1) - 1, day ?? 1);
  const end = {
    year: Date.UTC(2025, 0),
    month: Date.UTC(2024, month ?? 1),
    day: start + 86_400_000,
  };
  return { written: "2024", precision, offset: null, epochMs: start, endMs: end[precision] };
}

/** What is searched of a sample. */
export function textOf({ article, body }: Sample): IndexText {
  const isWritten = !article.provenance.inferred.includes("description");
  return {
    headline: article.headline,
    description: isWritten ? (article.description ?? "") : "",
    keywords: article.keywords.join(" "),
    body,
  };
}

/** A change of an index that puts an article. */
export type Put = Extract<Change, { readonly type: "put" }>;

/** The sample as an index is given it, in a file that wants the article's id. */
export function put(given: Sample): Put {
  return { ...listed(given), text: divideText(textOf(given)) };
}

/** The same without its text, which is to follow. */
export function listed({ article, problems = [] }: Sample): Put {
  const { datePublished: date } = article;
  const period = date && dayOf(date, "UTC");
  return {
    type: "put",
    file: {
      path: article.path,
      stamp: { size: 1, modifiedMs: 2.5, changedMs: 3.25, inode: 4 },
      wantedId: article.id,
      article,
      ...(period === undefined ? {} : { period }),
      problems,
    },
  };
}

/** A change of an index that removes a sample's file. */
export function removal({ article }: Sample): Change {
  return { type: "remove", path: article.path };
}

/** What is typed, as a query: newest first, drafts included. */
export function typed(text: string, fields: Partial<Query> = {}): Query {
  const tree = parseText(text);
  return { ...everything, drafts: true, ...fields, ...(tree && { text: tree }) };
}
