import type { Article, Block, Inline } from "@broadsheet/core/view";
import { inlineText } from "./styled-text.ts";

/** A link in an article. */
export type ArticleLink = {
  /** The text that is linked, or the address where there is none. */
  readonly text: string;
  /** Absolute (http, https or mailto), or a path inside the archive. */
  readonly url: string;
  /** The part of the article that it stands in: 0 is the head, then the blocks. */
  readonly part: number;
};

const known = new WeakMap<Article, readonly ArticleLink[]>();

/** The links of an article in their order, each address once. */
export function articleLinks(article: Article): readonly ArticleLink[] {
  const before = known.get(article);
  if (before !== undefined) return before;
  const links = new Map<string, ArticleLink>();
  const add = (children: readonly Inline[], part: number): void => {
    for (const inline of children) {
      if (!("children" in inline)) continue;
      if (inline.type === "link" && !links.has(inline.url)) {
        const text = inlineText(inline.children).text.replaceAll(/\s+/g, " ").trim();
        links.set(inline.url, { text: text || inline.url, url: inline.url, part });
      }
      add(inline.children, part);
    }
  };
  for (const [index, block] of article.blocks.entries()) {
    for (const children of inlinesOf(block)) add(children, index + 1);
  }
  const found = [...links.values()];
  known.set(article, found);
  return found;
}

/** Whether an address leads out of the archive. */
export function isWebAddress(url: string): boolean {
  return /^(?:https?|mailto):/.test(url);
}

/** The texts of a block and of those in it. */
function inlinesOf(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [block.children];
    case "quote":
      return block.children.flatMap(inlinesOf);
    case "list":
      return block.items.flatMap((item) => item.flatMap(inlinesOf));
    case "table":
      return [...block.head, ...block.rows.flat()];
    case "figure":
    case "code":
    case "rule":
      return [];
  }
}
