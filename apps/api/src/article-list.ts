import type { JsonSchema } from "@broadsheet/core";

/** A short list that belongs to one article. */
export type ArticleListJson<Item> = {
  readonly data: readonly Item[];
  readonly meta: { readonly generation: string };
  readonly links: { readonly self: string; readonly article: string };
};

/** The schema of such a list. */
export function articleListSchema(description: string, items: JsonSchema): JsonSchema {
  const link: JsonSchema = { type: "string", format: "uri-reference" };
  return {
    type: "object",
    description,
    required: ["data", "meta", "links"],
    properties: {
      data: { type: "array", items },
      meta: {
        type: "object",
        required: ["generation"],
        properties: { generation: { type: "string" } },
      },
      links: {
        type: "object",
        required: ["self", "article"],
        properties: { self: link, article: link },
      },
    },
  };
}
