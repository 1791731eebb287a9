import type { TextNode } from "../query/query.ts";

/** An FTS5 expression, and whether the articles meant are those that it does not match. */
export type FtsQuery = { readonly expression: string; readonly inverted: boolean };

/**
 * A tree as an FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax). Every word is quoted:
 * words are letters and digits only, so a quotation mark cannot end one early. FTS5 has no NOT without
 * something before it, so a tree that only leaves out is inverted.
 */
export function ftsQuery(node: TextNode): FtsQuery {
  if (node.type === "word")
    return { expression: `"${node.text}"${node.prefix ? " *" : ""}`, inverted: false };
  if (node.type === "phrase") return { expression: `"${node.text}"`, inverted: false };
  if (node.type === "not") {
    const { expression, inverted } = ftsQuery(node.node);
    return { expression, inverted: !inverted };
  }
  const parts = node.nodes.map(ftsQuery);
  const wanted = parts.filter((part) => !part.inverted).map((part) => part.expression);
  const unwanted = parts.filter((part) => part.inverted).map((part) => part.expression);
  const left = unwanted.join(" OR ");
  if (wanted.length === 0)
    return { expression: unwanted.length > 1 ? `(${left})` : left, inverted: true };
  const kept = wanted.join(" AND ");
  if (unwanted.length === 0)
    return { expression: wanted.length > 1 ? `(${kept})` : kept, inverted: false };
  return { expression: `((${kept}) NOT (${left}))`, inverted: false };
}
