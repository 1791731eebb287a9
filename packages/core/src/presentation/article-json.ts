import type { Article } from "../article/article.ts";
import type { Block, Figure } from "../article/block.ts";
import type { ParsedArticle } from "../article/parse-article.ts";
import { plainText } from "../article/plain-text.ts";
import {
  articleSummaryJson,
  type ArticleSummaryJson,
  type JsonContext,
} from "./article-summary-json.ts";
import type { JsonSchema } from "./json-schema.ts";
import { plainJson, type PlainJson } from "./plain-json.ts";
import type { Publishing } from "./publishing.ts";
import { problemJson, type ProblemJson } from "./problem-json.ts";

/** What an article has beyond its summary. */
export type ArticleDetailsJson = {
  readonly code?: string | undefined;
  readonly codeTime?: Article["codeTime"] | undefined;
  readonly dateline?: string | undefined;
  readonly license?: string | undefined;
  readonly publisher?: Publishing["publisher"];
  readonly translationGroup?: string | undefined;
  readonly figures: readonly Figure[];
  readonly body: { readonly text: string; readonly blocks: readonly Block[] };
  readonly extra: PlainJson;
  readonly problems: readonly ProblemJson[];
};

/** An article in full. */
export type ArticleJson = ArticleSummaryJson & ArticleDetailsJson;

const detailProperties: { readonly [key in keyof ArticleDetailsJson]-?: JsonSchema } = {
  code: { type: "string", description: "The code in the front matter, as written." },
  codeTime: {
    type: "object",
    description: "A time that the code holds, in a zone that is not known. It is not the date.",
    required: ["written", "local", "precision", "offset"],
    properties: {
      written: { type: "string", examples: ["2411261158"] },
      local: { type: "string", examples: ["2024-11-26T11:58"] },
      precision: { enum: ["minute"] },
      offset: { type: "null" },
    },
  },
  dateline: {
    type: "string",
    description: "Where, and often when, the report was sent; it stands in the text too.",
    examples: ["PHNOM PENH, Nov 25"],
  },
  license: {
    type: "string",
    description:
      "Under what terms the article may be used, as written; of an article that names none, those of the archive.",
    examples: ["CC-BY-4.0"],
  },
  publisher: { $ref: "#/components/schemas/Publisher" },
  translationGroup: {
    type: "string",
    description:
      "What translations of one article share. Absent when nothing shows that there are any.",
    examples: ["ferry"],
  },
  figures: {
    type: "array",
    items: { $ref: "#/components/schemas/Figure" },
    description: "The pictures of the body, in order. They are among the blocks too.",
  },
  body: {
    type: "object",
    description:
      "The body, without the heading that repeats the headline: as text and blocks, or in the forms that are asked for.",
    properties: {
      text: { type: "string", description: "Plain text; an empty line between paragraphs." },
      blocks: { type: "array", items: { $ref: "#/components/schemas/Block" } },
      html: { type: "string", description: "A part of a page; nothing in it runs." },
      markdown: { type: "string" },
    },
  },
  extra: {
    type: "object",
    description: "Front matter keys that have no meaning here, as they were written.",
  },
  problems: {
    type: "array",
    items: { $ref: "#/components/schemas/FileProblem" },
    description: "What is not as it should be in the file.",
  },
};

/** The schema of `ArticleJson`. */
export const articleSchema: JsonSchema = {
  description: "An article in full.",
  allOf: [
    { $ref: "#/components/schemas/ArticleSummary" },
    {
      type: "object",
      required: ["figures", "body", "extra", "problems"],
      properties: detailProperties,
    },
  ],
};

/**
 * An article in full, for JSON.
 *
 * @example
 * ```ts
 * import { articleJson, parseArticle } from "@broadsheet/core";
 *
 * const text = "---\ntitle: A bridge opens\ndate: 2024-03-01\n---\nIt opened on Monday.\n";
 * const json = articleJson(parseArticle({ path: "bridge.md", text }), { timeZone: "UTC" });
 * json.datePublished; // => "2024-03-01"
 * json.body.text; // => "It opened on Monday."
 * ```
 */
export function articleJson(
  { article, problems }: ParsedArticle,
  context: JsonContext & Publishing,
): ArticleJson {
  return {
    ...articleSummaryJson(article, context),
    code: article.code,
    codeTime: article.codeTime,
    dateline: article.dateline,
    license: article.license ?? context.license,
    publisher: context.publisher,
    translationGroup: article.translationGroup,
    figures: article.figures,
    body: { text: plainText(article), blocks: article.blocks },
    extra: plainJson(article.extra),
    problems: problems.map(problemJson),
  };
}
