import type { Article } from "../src/article/article.ts";
import type { Block } from "../src/article/block.ts";
import { trimSpace } from "../src/text/clean-text.ts";

/** What of an article cannot be listed, addressed or found in its file; undefined when all can. */
export function unfitArticle(article: Article, text: string): string | undefined {
  const { id, headline, description, lead, blocks } = article;
  if (!/^[\p{L}\p{M}\p{N}_-]{1,120}$/u.test(id)) return "gives an id that is no part of an address";
  if (headline === "") return "gives no headline";
  for (const line of [headline, description ?? "", lead ?? ""]) {
    if (/[\n\t]/.test(line)) return "gives a headline, description or lead of more than one line";
    if (trimSpace(line) !== line) return "gives spaces around a headline, description or lead";
  }
  return areInOrder(blocks, 1, text.split("\n").length)
    ? undefined
    : "gives lines that are not its file's";
}

/** Whether each block begins where the one before does or later, and all lie between two lines. */
function areInOrder(blocks: readonly Block[], from: number, to: number): boolean {
  let begin = from;
  for (const block of blocks) {
    const [first, last] = block.lines;
    if (first < begin || last < first || last > to) return false;
    begin = first;
    const inner =
      block.type === "quote" ? block.children : block.type === "list" ? block.items.flat() : [];
    if (!areInOrder(inner, first, last)) return false;
  }
  return true;
}
