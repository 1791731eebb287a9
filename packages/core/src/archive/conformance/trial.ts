import type { ArticleSummary } from "../../article/article.ts";
import type { Query } from "../../query/query.ts";
import type { ArticleIndex, IndexHit } from "../article-index.ts";

/** Something that an index is tried with; it throws when the index does not do what the port promises. */
export type Trial = {
  /** A sentence about what an index does. */
  readonly name: string;
  /**
   * @param index a new one.
   * @param again opens the same index once more, as another process would.
   * @param other opens one that is new as well.
   */
  readonly check: (
    index: ArticleIndex,
    again: () => Promise<ArticleIndex>,
    other: () => Promise<ArticleIndex>,
  ) => Promise<void>;
};

/** A page of twenty, without counts. */
export const firstPage = { limit: 20, facets: [] } as const;

/** The ids of some hits, in order. */
export function ids(hits: readonly Pick<IndexHit, "article">[]): string[] {
  return hits.map(({ article }: { readonly article: ArticleSummary }) => article.id);
}

/** The ids that a query finds, in its order; 500 at most. */
export async function found(index: ArticleIndex, query: Query): Promise<string[]> {
  return ids((await index.search(query, { ...firstPage, limit: 500 })).hits);
}
