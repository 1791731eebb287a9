import { compareCodePoints } from "../text/compare.ts";
import { formatText } from "./format-text.ts";
import type { Query, TextNode } from "./query.ts";
import { sortOf } from "./search-terms.ts";

/**
 * One string for all queries with the same answer, for caches and entity tags. It is made of the query
 * alone: the order of words, sections and languages does not matter.
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
  const set = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();
  return JSON.stringify([
    query.text === undefined ? "" : formatText(inOrder(query.text)),
    set(query.sections),
    set(query.languages.map((tag) => tag.toLowerCase())),
    set(query.tags),
    set(query.authors),
    set(query.sources),
    query.fromMs ?? null,
    query.toMs ?? null,
    sortOf(query),
    query.drafts,
    query.visibleAtMs ?? null,
  ]);
}

/** The same tree with what may stand in any order in one order. */
export function inOrder(node: TextNode): TextNode {
  if (node.type === "not") return { ...node, node: inOrder(node.node) };
  if (node.type !== "and" && node.type !== "or") return node;
  const nodes = node.nodes
    .map(inOrder)
    .map((each) => [formatText(each), each] as const)
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .map(([, each]) => each);
  return { ...node, nodes };
}
