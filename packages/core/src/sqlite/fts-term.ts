import type { TextNode } from "../query/query.ts";

/** A leaf of a tree that is looked for in texts. */
export type Term = Extract<TextNode, { type: "word" | "phrase" }>;

/**
 * A word or phrase as an FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax). Every word is
 * quoted: words are letters and digits only, so a quotation mark cannot end one early.
 */
export function ftsTerm(term: Term): string {
  const column = term.field === undefined ? "" : `${term.field} : `;
  const begun = term.type === "word" && term.prefix ? " *" : "";
  return `${column}"${term.text}"${begun}`;
}
