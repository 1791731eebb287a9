import type { ArticleSummary } from "../article/article.ts";

/** What has happened to an article: it is new or different, or no article has its id any more. */
export type ArticleChange =
  | { readonly type: "put"; readonly article: ArticleSummary }
  | { readonly type: "removed"; readonly id: string };

/** A page of changes, the oldest first. */
export type ChangePage = {
  /** Each article once, with what it is now, where it was changed last. */
  readonly changes: readonly ArticleChange[];
  /** From where to ask next: what is given as `since`. Opaque. */
  readonly next: string;
  /** Whether these are all up to now; otherwise there is more after `next`. */
  readonly isLast: boolean;
  readonly generation: string;
};
