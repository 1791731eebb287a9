import type { ArticleSummary, InferredField, Provenance } from "../article/article.ts";
import { dateJson, isoDate, type DateJson } from "./date-json.ts";
import type { ObjectSchema } from "./json-schema.ts";
import type { LinkMaker } from "./link-maker.ts";

/** What JSON of an article needs to know beside it. */
export type JsonContext = {
  /** IANA name of the archive's time zone, in which dates without a time are calendar dates. */
  readonly timeZone: string;
  /** Absent where there are no addresses; then there are no `links` either. */
  readonly links?: LinkMaker;
};

/** What lists say of an article. Keys that do not apply are absent, never null. */
export type ArticleSummaryJson = {
  readonly id: string;
  readonly path: string;
  readonly headline: string;
  readonly description?: string | undefined;
  readonly standfirst: boolean;
  readonly lead?: string | undefined;
  readonly section?: { readonly key: string; readonly label: string } | undefined;
  readonly keywords: readonly string[];
  readonly inLanguage?: string | undefined;
  readonly datePublished?: string | undefined;
  readonly datePublishedDetail?: DateJson | undefined;
  readonly dateModified?: string | undefined;
  readonly dateModifiedDetail?: DateJson | undefined;
  readonly author: readonly string[];
  readonly image?: { readonly url: string } | undefined;
  readonly originUrl?: string | undefined;
  readonly sourceHost?: string | undefined;
  readonly wordCount: number;
  readonly readingMinutes: number;
  readonly draft: boolean;
  readonly provenance: {
    readonly frontMatter: Provenance["frontMatter"];
    readonly inferred: readonly InferredField[];
  };
  readonly links?: { readonly self: string } | undefined;
};

const isoDateSchema = {
  type: "string",
  description:
    "ISO 8601, as exact as it was written and no more: 2024, 2024-11, 2024-11-26, or an instant in UTC. Absent when undated.",
  examples: ["2024-11-26T13:41:57.852Z", "2024-11"],
} as const;

/** The schema of `ArticleSummaryJson`. */
export const articleSummarySchema: ObjectSchema<ArticleSummaryJson> = {
  type: "object",
  description:
    "An article as lists show it. Names follow schema.org NewsArticle. Keys that do not apply are absent.",
  required: [
    "id",
    "path",
    "headline",
    "standfirst",
    "keywords",
    "author",
    "wordCount",
    "readingMinutes",
    "draft",
    "provenance",
  ],
  properties: {
    id: {
      type: "string",
      description: "Stable: the code in the front matter, otherwise made of the path.",
      examples: ["ART2411261158O4HJFJ"],
    },
    path: { type: "string", description: "The file, as a path inside the archive." },
    headline: { type: "string" },
    description: {
      type: "string",
      description: "As written, or the first sentence; then provenance.inferred names it.",
    },
    standfirst: {
      type: "boolean",
      description: "Whether the author's description says something that the headline does not.",
    },
    lead: { type: "string", description: "The first paragraph, cut at 300 characters on a word." },
    section: {
      type: "object",
      description: "The section it stood in: the key to filter by, and what to show.",
      required: ["key", "label"],
      properties: {
        key: { type: "string", examples: ["national"] },
        label: { type: "string", examples: ["National"] },
      },
    },
    keywords: { type: "array", items: { type: "string" } },
    inLanguage: { type: "string", description: "A BCP 47 tag.", examples: ["en", "zh-Hant"] },
    datePublished: isoDateSchema,
    datePublishedDetail: { $ref: "#/components/schemas/Date" },
    dateModified: isoDateSchema,
    dateModifiedDetail: { $ref: "#/components/schemas/Date" },
    author: {
      type: "array",
      items: { type: "string" },
      description: "Names in the order written.",
    },
    image: {
      type: "object",
      description: "The picture that the front matter names; it is none of the figures.",
      required: ["url"],
      properties: { url: { type: "string" } },
    },
    originUrl: { type: "string", description: "Where the article first appeared." },
    sourceHost: { type: "string", description: "The host of originUrl without www." },
    wordCount: { type: "integer", minimum: 0 },
    readingMinutes: { type: "integer", minimum: 0, description: "At 238 words a minute." },
    draft: { type: "boolean" },
    provenance: {
      type: "object",
      description: "Where the values come from.",
      required: ["frontMatter", "inferred"],
      properties: {
        frontMatter: { enum: ["yaml", "toml", "json", "header", "none"] },
        inferred: {
          type: "array",
          description: "Every field that the author did not write.",
          items: { type: "string", examples: ["headline", "inLanguage"] },
        },
      },
    },
    links: {
      type: "object",
      required: ["self"],
      properties: { self: { type: "string", format: "uri-reference" } },
    },
  },
};

/**
 * An article as lists show it.
 *
 * @example
 * ```ts
 * import { articleSummaryJson, parseArticle } from "@broadsheet/core";
 *
 * const { article } = parseArticle({ path: "bridge.md", text: "# A bridge opens\n\nIt opened.\n" });
 * const links = { article: (id: string) => `/news/${id}`, list: () => "/news" };
 * articleSummaryJson(article, { timeZone: "UTC", links }).links; // => { self: "/news/bridge" }
 * ```
 */
export function articleSummaryJson(
  article: ArticleSummary,
  { timeZone, links }: JsonContext,
): ArticleSummaryJson {
  const { section, datePublished, dateModified, image, provenance } = article;
  return {
    id: article.id,
    path: article.path,
    headline: article.headline,
    description: article.description,
    standfirst: article.standfirst,
    lead: article.lead,
    section: section && { key: section.key, label: section.label },
    keywords: article.keywords,
    inLanguage: article.inLanguage,
    datePublished: datePublished && isoDate(datePublished, timeZone),
    datePublishedDetail: datePublished && dateJson(datePublished),
    dateModified: dateModified && isoDate(dateModified, timeZone),
    dateModifiedDetail: dateModified && dateJson(dateModified),
    author: article.author,
    image: image && { url: image.url },
    originUrl: article.originUrl,
    sourceHost: article.sourceHost,
    wordCount: article.wordCount,
    readingMinutes: article.readingMinutes,
    draft: article.draft,
    provenance: { frontMatter: provenance.frontMatter, inferred: provenance.inferred },
    links: links && { self: links.article(article.id) },
  };
}
