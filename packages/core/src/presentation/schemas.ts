import { articleSchema } from "./article-json.ts";
import { articleSummarySchema } from "./article-summary-json.ts";
import { blockSchema, figureSchema, inlineSchema } from "./block-schemas.ts";
import { dateSchema } from "./date-json.ts";
import type { JsonSchema } from "./json-schema.ts";
import { facetCountSchema, listMetaSchema, listSchema, matchSchema } from "./list-schemas.ts";
import { problemSchema } from "./problem-json.ts";
import { publisherSchema } from "./publishing.ts";
import { statusSchema } from "./status-json.ts";

/**
 * The schema of every JSON we write, by the name that references use.
 *
 * @example
 * ```ts
 * import { schemas } from "@broadsheet/core";
 *
 * schemas["ArticleList"]?.required; // => ["data", "meta"]
 * ```
 */
export const schemas: Readonly<Record<string, JsonSchema>> = {
  ArticleList: listSchema,
  ListMeta: listMetaSchema,
  ArticleSummary: articleSummarySchema,
  Match: matchSchema,
  FacetCount: facetCountSchema,
  Article: articleSchema,
  Publisher: publisherSchema,
  Date: dateSchema,
  Figure: figureSchema,
  Block: blockSchema,
  Inline: inlineSchema,
  FileProblem: problemSchema,
  ArchiveStatus: statusSchema,
};
