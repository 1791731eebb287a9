import type { Article, ArticleSummary } from "./article.ts";

/** An article without its body: what lists show and what an index keeps. */
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
