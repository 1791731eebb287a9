import type { Article, ArticleSummary } from "./article.ts";

/**
 * An article without its body: what lists show and what an index keeps.
 *
 * @example
 * ```ts
 * import { parseArticle, summarise } from "@broadsheet/core";
 *
 * const { article } = parseArticle({ path: "a.md", text: "# A bridge\n\nIt opened.\n" });
 * "blocks" in summarise(article); // => false
 * ```
 */
export function summarise(article: Article): ArticleSummary {
  const {
    code: _code,
    codeTime: _time,
    dateline: _dateline,
    figures: _figures,
    blocks: _blocks,
    extra: _extra,
    ...summary
  } = article;
  return summary;
}
