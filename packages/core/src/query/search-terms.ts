import type { Query, Sort, TextNode } from "./query.ts";

/** One thing that is looked for: words that stand in a row, the last perhaps only begun. */
export type SearchTerm = {
  readonly words: readonly string[];
  readonly prefix: boolean;
  /** The only text that it may stand in. Absent: any. */
  readonly field?: "headline";
};

/** What a tree looks for in texts, without what it leaves out. */
export function searchTerms(node: TextNode | undefined): readonly SearchTerm[] {
  switch (node?.type) {
    case "word":
    case "phrase":
      return [
        {
          words: node.text.split(" "),
          prefix: node.type === "word" && node.prefix,
          ...(node.field === undefined ? {} : { field: node.field }),
        },
      ];
    case "and":
    case "or":
      return node.nodes.flatMap(searchTerms);
    case "filter":
    case "date":
    case "not":
    case undefined:
      return [];
  }
}

/** The order that a query's list has: nothing matches best where no words are looked for. */
export function sortOf({ text, sort }: Query): Sort {
  return sort === "relevance" && searchTerms(text).length === 0 ? "newest" : sort;
}
