import type { TextNode } from "./query.ts";

/** One thing that is looked for: words that stand in a row, the last perhaps only begun. */
export type SearchTerm = { readonly words: readonly string[]; readonly prefix: boolean };

/** What a tree looks for, without what it leaves out. */
export function searchTerms(node: TextNode | undefined): readonly SearchTerm[] {
  switch (node?.type) {
    case "word":
      return [{ words: node.text.split(" "), prefix: node.prefix }];
    case "phrase":
      return [{ words: node.text.split(" "), prefix: false }];
    case "and":
      return node.nodes.flatMap(searchTerms);
    case "not":
    case undefined:
      return [];
  }
}
