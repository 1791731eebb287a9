import type { JsonSchema } from "@broadsheet/core";

/** A short list that belongs to one article. */
export type ArticleListJson<Item> = {
  readonly data: readonly Item[];
  readonly meta: { readonly generation: string };
  readonly links: { readonly self: string; readonly article: string };
};

/** The schema of such a list; `more` is what its meta says beside its generation. */
export function articleListSchema(
  description: string,
  items: JsonSchema,
  more: { readonly [name: string]: JsonSchema } = {},
): JsonSchema {
  const link: JsonSchema = { type: "string", format: "uri-reference" };
  return {
    type: "object",
    description,
    required: ["data", "meta", "links"],
    properties: {
      data: { type: "array", items },
      meta: {
        type: "object",
        required: ["generation", ...Object.keys(more)],
        properties: { generation: { type: "string" }, ...more },
      },
      links: {
        type: "object",
        required: ["self", "article"],
        properties: { self: link, article: link },
      },
    },
  };
}
