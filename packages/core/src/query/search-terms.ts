import { unspaced } from "../text/character-kinds.ts";
import { joint, pairRow } from "../text/pairs.ts";
import type { Query, Sort, TextNode } from "./query.ts";

/** One thing that is looked for: words that stand in a row, or pairs of letters that do. */
export type SearchTerm = {
  readonly words: readonly string[];
  /** Whether the last is only the beginning of one. */
  readonly prefix: boolean;
  /** Whether these are pairs of letters of a script without spaces. */
  readonly pairs?: boolean;
  /** The only text that it may stand in. Absent: any. */
  readonly field?: "headline";
  /** Whether other forms of the word are meant too. */
  readonly forms?: boolean;
};

/** What a tree looks for in texts, without what it leaves out. */
export function searchTerms(node: TextNode | undefined): readonly SearchTerm[] {
  switch (node?.type) {
    case "word":
    case "phrase":
      return [searchTerm(node)];
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

/** One word or phrase; it means the same to an index (`sqlite/fts-term.ts`). */
export function searchTerm(leaf: Extract<TextNode, { type: "word" | "phrase" }>): SearchTerm {
  const field = leaf.field === undefined ? {} : { field: leaf.field };
  const prefix = leaf.type === "word" && leaf.prefix;
  const row = unspaced.test(leaf.text) ? pairRow(leaf.text) : undefined;
  if (row?.length === 0) {
    const beginning = prefix ? leaf.text : `${leaf.text}${joint}`;
    return { words: [beginning], prefix: true, pairs: true, ...field };
  }
  if (row !== undefined) return { words: row, prefix, pairs: true, ...field };
  const words = leaf.text.split(" ");
  const forms = leaf.type === "word" && !prefix && words.length === 1;
  return { words, prefix, forms, ...field };
}

/** The order that a query's list has: nothing matches best where no words are looked for. */
export function sortOf({ text, sort }: Query): Sort {
  return sort === "relevance" && searchTerms(text).length === 0 ? "newest" : sort;
}
