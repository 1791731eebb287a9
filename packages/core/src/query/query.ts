/** A field that holds values, by which articles are told apart. */
export type FilterField =
  | "section"
  | "lang"
  | "tag"
  | "author"
  | "source"
  | "has"
  | "problem"
  | "inferred"
  | "is";

/**
 * What articles are asked for: a tree over words and filters. A word or phrase matches an article when it
 * stands within one of its texts, headline, description, keywords or body, or when it is called so: by its
 * id, its file's name or path, or the address where it first appeared.
 */
export type TextNode =
  /** A word, folded; `prefix` when only its beginning is known. Of several words, the last is begun. */
  | {
      readonly type: "word";
      readonly text: string;
      readonly prefix: boolean;
      /** The only text that it may stand in. Absent: any. */
      readonly field?: "headline";
    }
  /** Words that stand beside each other, with one space between them. */
  | { readonly type: "phrase"; readonly text: string; readonly field?: "headline" }
  /** Articles that have a value; with `prefix`, one that begins so. `_none`: articles that have none. */
  | {
      readonly type: "filter";
      readonly field: FilterField;
      readonly value: string;
      readonly prefix: boolean;
    }
  /** Articles whose date interval ends after `fromMs` and begins before `toMs` (milliseconds since 1970). */
  | { readonly type: "date"; readonly fromMs?: number; readonly toMs?: number }
  /** Articles that do not match. */
  | { readonly type: "not"; readonly node: TextNode }
  /** Articles that match each of these, two or more. */
  | { readonly type: "and"; readonly nodes: readonly TextNode[] }
  /** Articles that match any of these, two or more. */
  | { readonly type: "or"; readonly nodes: readonly TextNode[] };

/** In what order articles come: by date (undated last), or the best match first. */
export type Sort = "newest" | "oldest" | "relevance";

/**
 * What is asked of an archive: one meaning for library, terminal and HTTP. Of a list an article matches any;
 * an empty one asks for nothing; `_none` in it stands for articles without a value.
 */
export type Query = {
  /** Absent when nothing was typed: then every article matches. */
  readonly text?: TextNode;
  /** Section keys. */
  readonly sections: readonly string[];
  /** Language ranges; `zh` matches `zh-Hant` (RFC 4647, basic filtering). */
  readonly languages: readonly string[];
  /** Keys of keywords (`valueKey`). */
  readonly tags: readonly string[];
  /** Keys of authors (`valueKey`). */
  readonly authors: readonly string[];
  /** Hosts of the addresses where articles first appeared, without `www.`. */
  readonly sources: readonly string[];
  /** Articles whose date interval ends after this instant (milliseconds since 1970). Absent: from the first. */
  readonly fromMs?: number;
  /** Articles whose date interval begins before this instant, exclusive. Absent: to the last. */
  readonly toMs?: number;
  readonly sort: Sort;
  /** Whether drafts are among the results. */
  readonly drafts: boolean;
  /** Articles published after this instant are left out (an embargo). Absent: none are. */
  readonly visibleAtMs?: number;
};

/** A query that matches every article that may be seen, newest first. */
export const everything: Query = {
  sections: [],
  languages: [],
  tags: [],
  authors: [],
  sources: [],
  sort: "newest",
  drafts: false,
};
