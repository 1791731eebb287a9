import type { Article } from "../../src/article/article.ts";

/** A short article, with everything that a test wants different. */
export function anArticle(different: Partial<Article> = {}): Article {
  return {
    id: "ART2405020815",
    path: "2024/ferry.md",
    headline: "The ferry keeps its winter hours",
    standfirst: false,
    keywords: [],
    author: [],
    wordCount: 4,
    readingMinutes: 1,
    draft: false,
    provenance: { frontMatter: "yaml", inferred: [] },
    figures: [],
    blocks: [
      { type: "paragraph", lines: [9, 9], children: [{ type: "text", text: "It leaves at six." }] },
    ],
    extra: {},
    ...different,
  };
}
