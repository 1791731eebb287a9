import type { Query, TextNode } from "./query.ts";

/**
 * What was typed for this tree, in one spelling: parsing it gives the tree again.
 *
 * @example
 * ```ts
 * import { formatText, parseText } from "@broadsheet/core";
 *
 * const tree = parseText('  bridge   -"ferry  families"');
 * tree && formatText(tree); // => 'bridge -"ferry families"'
 * ```
 */
export function formatText(node: TextNode): string {
  switch (node.type) {
    case "word":
      return node.prefix ? `${node.text.replaceAll(" ", "-")}*` : node.text;
    case "phrase":
      return `"${node.text}"`;
    case "not":
      return `-${formatText(node.node)}`;
    case "and":
      return node.nodes.map(formatText).join(" ");
  }
}

/**
 * One string for all queries with the same answer, for caches and entity tags. It is made of the query
 * alone: the order of sections and languages does not matter.
 *
 * @example
 * ```ts
 * import { canonicalQuery, everything } from "@broadsheet/core";
 *
 * const one = canonicalQuery({ ...everything, sections: ["world", "national"] });
 * one === canonicalQuery({ ...everything, sections: ["national", "world"] }); // => true
 * ```
 */
export function canonicalQuery(query: Query): string {
  return JSON.stringify([
    query.text === undefined ? "" : formatText(query.text),
    [...new Set(query.sections)].toSorted(),
    [...new Set(query.languages.map((tag) => tag.toLowerCase()))].toSorted(),
    query.fromMs ?? null,
    query.toMs ?? null,
    query.text === undefined && query.sort === "relevance" ? "newest" : query.sort,
    query.drafts,
    query.visibleAtMs ?? null,
  ]);
}
