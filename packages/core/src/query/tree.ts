import type { TextNode } from "./query.ts";

/** Articles that match each of some trees; undefined of none. */
export function allOf(nodes: readonly TextNode[]): TextNode | undefined {
  const flat = nodes.flatMap((node) => (node.type === "and" ? node.nodes : [node]));
  return flat.length < 2 ? flat[0] : { type: "and", nodes: flat };
}

/** Articles that match any of some trees; undefined of none. */
export function anyOf(nodes: readonly TextNode[]): TextNode | undefined {
  const flat = nodes.flatMap((node) => (node.type === "or" ? node.nodes : [node]));
  return flat.length < 2 ? flat[0] : { type: "or", nodes: flat };
}

/** Articles that do not match a tree. */
export function noneOf(node: TextNode): TextNode {
  return node.type === "not" ? node.node : { type: "not", node };
}

/** The trees that an article must match, each of them, to match this one. */
export function conjuncts(node: TextNode | undefined): readonly TextNode[] {
  if (node === undefined) return [];
  return node.type === "and" ? node.nodes : [node];
}

/** Whether a tree, all of it, is made of leaves that pass a test. */
export function isAllOf(node: TextNode, test: (leaf: TextNode) => boolean): boolean {
  if (node.type === "not") return isAllOf(node.node, test);
  if (node.type === "and" || node.type === "or")
    return node.nodes.every((each) => isAllOf(each, test));
  return test(node);
}

/** Whether a leaf is looked for in texts. */
export function isText(leaf: TextNode): boolean {
  return leaf.type === "word" || leaf.type === "phrase";
}

/**
 * The words that the matches of a tree are ranked by: what they must all hold, as it stands, where that is
 * known, otherwise any of the words that are looked for. Undefined when there are none.
 */
export function scoredText(node: TextNode): TextNode | undefined {
  const parts = conjuncts(node).filter((part) => positiveLeaves(part).length > 0);
  if (parts.every((part) => isAllOf(part, isText) && isPlain(part)))
    return allOf([...parts, ...conjuncts(node).filter(leavesWordsOut)]);
  return anyOf(parts.flatMap(positiveLeaves));
}

/** Whether a text index finds a tree by what stands in texts alone. */
function isPlain(node: TextNode): boolean {
  if (node.type === "and")
    return node.nodes.every((each) => isPlain(each.type === "not" ? each.node : each));
  return node.type === "or" ? node.nodes.every(isPlain) : isText(node);
}

function leavesWordsOut(node: TextNode): boolean {
  return node.type === "not" && isAllOf(node, isText) && isPlain(node.node);
}

function positiveLeaves(node: TextNode): readonly TextNode[] {
  if (node.type === "and" || node.type === "or") return node.nodes.flatMap(positiveLeaves);
  return isText(node) ? [node] : [];
}
