import type { TextNode } from "../query/query.ts";
import { unspaced } from "../text/character-kinds.ts";
import { joint, pairRow } from "../text/pairs.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A part of a tree that is looked for itself. */
export type Leaf = Extract<TextNode, { readonly type: "word" | "phrase" }>;

/** The word that articles of a language hold in the column `marks`; like no word of a text. */
export function languageToken(language: string): string {
  return `${joint}${language}`;
}

/** The word that articles which are called so hold in the column `marks`. */
export function nameToken(key: string): string {
  return `${joint}${key}${joint}`;
}

/**
 * A word or phrase as an FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax). Every word is
 * quoted: words are letters and digits only, so a quotation mark cannot end one early.
 *
 * A word stands for its other forms in the articles of their language; in quotation marks it does not. Letters
 * of scripts without spaces stand for themselves, wherever a dictionary would divide the text.
 */
export function ftsTerm(leaf: Leaf, vocabulary: Vocabulary): string {
  const { text, field } = leaf;
  const within = (expression: string): string =>
    field === undefined ? expression : `(${field} : ${expression})`;
  const prefix = leaf.type === "word" && leaf.prefix;
  const exact = (words: string): string => within(`${quoted(words)}${prefix ? " *" : ""}`);

  if (unspaced.test(text)) {
    const row = pairRow(text);
    if (row === undefined) return exact(text);
    if (row.length > 0) return exact(row.join(" "));
    return within(`${quoted(prefix ? text : `${text}${joint}`)} *`);
  }
  if (text.includes(" ") || leaf.type === "phrase") return exact(text);
  if (prefix) {
    const { terms } = vocabulary.beginningWith(text);
    // Nothing holds a joint alone.
    return within(anyOf(terms.length > 0 ? terms : [joint]));
  }
  const alternatives = vocabulary.forms(text).map(({ language, terms }) => {
    const forms = within(anyOf(terms));
    return vocabulary.isOnly(language)
      ? forms
      : `(${forms} AND ${quoted(languageToken(language))})`;
  });
  return alternatives.length === 0
    ? within(quoted(text))
    : `(${[within(quoted(text)), ...alternatives].join(" OR ")})`;
}

function anyOf(terms: readonly string[]): string {
  return `(${terms.map(quoted).join(" OR ")})`;
}

function quoted(words: string): string {
  return `"${words}"`;
}
