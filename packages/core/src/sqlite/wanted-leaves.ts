import type { TextNode } from "../query/query.ts";
import type { Leaf } from "./fts-term.ts";

/** The words and phrases that a tree looks for, without what it leaves out. */
export function wantedLeaves(node: TextNode): readonly Leaf[] {
  switch (node.type) {
    case "word":
    case "phrase":
      return [node];
    case "and":
    case "or":
      return node.nodes.flatMap(wantedLeaves);
    case "filter":
    case "date":
    case "not":
      return [];
  }
}
