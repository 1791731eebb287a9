import type { TextNode } from "../query/query.ts";
import { isAllOf, isText, noneOf } from "../query/tree.ts";
import type { Columns } from "./columns.ts";
import { filterPositions, intersection, unionOf } from "./filter-positions.ts";
import { treeTest } from "./filter-test.ts";
import type { TextMatches } from "./find-text.ts";
import type { GoOn } from "./patience.ts";

/** Finds what matches a tree of words and phrases. */
type Find = (node: TextNode) => TextMatches;

/** What is needed to match a tree. */
type Means = { readonly columns: Columns; readonly find: Find; readonly goOn: GoOn };

/**
 * The positions that match a tree, ascending. Parts that are all words go to the text index in one piece;
 * parts that are all filters are tests on the columns. What is left out is left out of each part (De Morgan's
 * laws), so that a part which there was no time for makes the answer smaller and never wrong; an article
 * whose text is not indexed yet matches no part that looks for words, wanted or not.
 */
export function matchTree(node: TextNode, means: Means): TextMatches {
  return match(node, false, means);
}

function match(node: TextNode, inverted: boolean, means: Means): TextMatches {
  if (isAllOf(node, isText)) return means.find(inverted ? noneOf(node) : node);
  if (isAllOf(node, isFilter)) return filter(undefined, node, inverted, means);
  if (node.type === "not") return match(node.node, !inverted, means);
  if (node.type !== "and" && node.type !== "or") return filter(undefined, node, inverted, means);
  const texts = node.nodes.filter((each) => isAllOf(each, isText));
  const filters = node.nodes.filter((each) => isAllOf(each, isFilter));
  const mixed = node.nodes.filter((each) => !texts.includes(each) && !filters.includes(each));
  const parts = [...(texts.length > 0 ? [together(node.type, texts)] : []), ...mixed].map((part) =>
    match(part, inverted, means),
  );
  const filtered = filters.length > 0 ? together(node.type, filters) : undefined;
  const isAny = (node.type === "or") !== inverted;
  if (isAny) {
    const all =
      filtered === undefined ? parts : [...parts, filter(undefined, filtered, inverted, means)];
    return combined(all, (one, other) => unionOf([one, other], means.columns.count));
  }
  const found = combined(parts, intersection);
  if (filtered === undefined) return found;
  const rest = filter(found.positions, filtered, inverted, means);
  return { ...rest, complete: rest.complete && found.complete };
}

function isFilter(leaf: TextNode): boolean {
  return !isText(leaf);
}

/** Parts of a tree under its operator; alone, a part needs none. */
function together(type: "and" | "or", nodes: readonly TextNode[]): TextNode {
  const [first] = nodes;
  return first !== undefined && nodes.length === 1 ? first : { type, nodes };
}

function filter(
  positions: Uint32Array | undefined,
  node: TextNode,
  inverted: boolean,
  { columns, goOn }: Means,
): TextMatches {
  const test = treeTest(inverted ? noneOf(node) : node, columns);
  return filterPositions(positions, test, columns.count, goOn);
}

function combined(
  parts: readonly TextMatches[],
  join: (one: Uint32Array, other: Uint32Array) => Uint32Array,
): TextMatches {
  return parts.reduce((one, other) => ({
    positions: join(one.positions, other.positions),
    complete: one.complete && other.complete,
  }));
}
