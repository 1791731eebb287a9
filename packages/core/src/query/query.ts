/** A part of what was typed into a search box. */
export type TextNode =
  /** A word, folded; `prefix` when it ends with `*` or is still being typed. */
  | { readonly type: "word"; readonly text: string; readonly prefix: boolean }
  /** Words that stand beside each other. */
  | { readonly type: "phrase"; readonly text: string }
  /** Articles that do not match. */
  | { readonly type: "not"; readonly node: TextNode }
  /** Articles that match each of these. */
  | { readonly type: "and"; readonly nodes: readonly TextNode[] };

/** In what order articles come: by date (undated last), or the best match first. */
export type Sort = "newest" | "oldest" | "relevance";

/** What is asked of an archive: one meaning for library, terminal and HTTP. */
export type Query = {
  /** Absent when nothing was typed: then every article matches. */
  readonly text?: TextNode;
  /** Section keys; an article matches any of them. Empty: all. `_none` stands for articles without one. */
  readonly sections: readonly string[];
  /** Language tags; `zh` matches `zh-Hant` (RFC 4647 basic filtering). Empty: all. `_none` as above. */
  readonly languages: readonly string[];
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
export const everything: Query = { sections: [], languages: [], sort: "newest", drafts: false };
