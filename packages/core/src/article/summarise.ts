import { ownCopy } from "../text/own-copy.ts";
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
    license: _license,
    translationGroup: _group,
    figures: _figures,
    blocks: _blocks,
    extra: _extra,
    ...summary
  } = article;
  const { headline, description, lead } = summary;
  // These are pieces of the file's text, which a list of all articles must not hold.
  return {
    ...summary,
    headline: ownCopy(headline),
    ...(description === undefined ? {} : { description: ownCopy(description) }),
    ...(lead === undefined ? {} : { lead: ownCopy(lead) }),
  };
}
