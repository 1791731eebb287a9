import type { TextNode } from "../query/query.ts";
import { ftsTerm } from "./fts-term.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** An FTS5 expression, and whether the articles meant are those that it does not match. */
export type FtsQuery = { readonly expression: string; readonly inverted: boolean };

/**
 * A tree of words and phrases as an FTS5 expression. FTS5 has no NOT without something before it, so a tree
 * that matches where nothing stands is inverted: `a OR -b` is what `b NOT a` does not match.
 */
export function ftsQuery(node: TextNode, vocabulary: Vocabulary): FtsQuery {
  const each = (part: TextNode): FtsQuery => ftsQuery(part, vocabulary);
  switch (node.type) {
    case "word":
    case "phrase":
      return { expression: ftsTerm(node, vocabulary), inverted: false };
    case "not": {
      const { expression, inverted } = each(node.node);
      return { expression, inverted: !inverted };
    }
    case "and":
      return joined(node.nodes.map(each));
    case "or": {
      // By De Morgan's laws, what matches none of the opposites.
      const opposites = node.nodes.map(each).map(opposite);
      return opposite(joined(opposites));
    }
    case "filter":
    case "date":
      throw new TypeError(`A ${node.type} is not looked for in texts.`);
  }
}

function opposite({ expression, inverted }: FtsQuery): FtsQuery {
  return { expression, inverted: !inverted };
}

/** What matches each of some expressions. */
function joined(parts: readonly FtsQuery[]): FtsQuery {
  const wanted = parts.filter((part) => !part.inverted).map((part) => part.expression);
  const unwanted = parts.filter((part) => part.inverted).map((part) => part.expression);
  if (wanted.length === 0) return { expression: bracketed(unwanted, " OR "), inverted: true };
  if (unwanted.length === 0) return { expression: bracketed(wanted, " AND "), inverted: false };
  const expression = `(${bracketed(wanted, " AND ")} NOT ${bracketed(unwanted, " OR ")})`;
  return { expression, inverted: false };
}

function bracketed(expressions: readonly string[], sign: string): string {
  return expressions.length === 1 ? expressions.join("") : `(${expressions.join(sign)})`;
}
