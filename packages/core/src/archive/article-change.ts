import type { ArticleSummary } from "../article/article.ts";
import type { Query } from "../query/query.ts";

/** Which changes are wanted. */
export type ChangeOptions = {
  /** 1 to `maxPageSize`, which is the default. */
  readonly limit?: number;
  /**
   * Only those of articles that may be seen so. One that is hidden, or moved to a later date, then reads as
   * removed, and one whose date has come as put, though nothing was written. Absent: all may be seen.
   */
  readonly among?: Pick<Query, "drafts" | "visibleAtMs">;
};

/**
 * What has happened to an article: it is new or different, or no article that may be seen has its id any
 * more. Ids that were never seen are not told.
 */
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
