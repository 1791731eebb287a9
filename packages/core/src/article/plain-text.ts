import type { Article } from "./article.ts";
import type { Block, Figure, Inline, LineRange } from "./block.ts";
import { inlineText } from "./inlines.ts";
import { figureOf, picturesIn } from "./text-blocks.ts";

/**
 * The body as paragraphs of plain text with an empty line between them: headings, list items, table rows
 * and code among them; without pictures and their captions.
 *
 * @example
 * ```ts
 * import { parseArticle, plainText } from "@broadsheet/core";
 *
 * const { article } = parseArticle({ path: "a.md", text: "# A bridge\n\nIt **opened**.\n\n- At noon\n" });
 * plainText(article); // => "It opened.\n\nAt noon"
 * ```
 */
export function plainText(article: Pick<Article, "blocks">): string {
  return paragraphTexts(article.blocks).join("\n\n");
}

/** The same, one text a paragraph. None is empty. */
export function paragraphTexts(blocks: readonly Block[]): readonly string[] {
  const texts: string[] = [];
  for (const block of blocks) collect(block, texts);
  return texts;
}

function collect(block: Block, texts: string[]): void {
  switch (block.type) {
    case "paragraph":
    case "heading":
      add(inlineText(block.children), texts);
      return;
    case "quote":
      for (const inner of block.children) collect(inner, texts);
      return;
    case "list":
      for (const item of block.items) for (const inner of item) collect(inner, texts);
      return;
    case "code":
      add(block.text, texts);
      return;
    case "table":
      for (const row of [block.head, ...block.rows]) {
        add(
          row
            .map(inlineText)
            .filter((cell) => cell !== "")
            .join(", "),
          texts,
        );
      }
      return;
    case "figure":
    case "rule":
  }
}

function add(text: string, texts: string[]): void {
  // An empty line would divide one paragraph into two.
  const whole = text.includes("\n") ? text.trim().replace(/\n\s*\n/g, "\n") : text.trim();
  if (whole !== "") texts.push(whole);
}

/**
 * Every picture among blocks, in order, also those inside quotations, lists and tables. One that stands
 * between words has the lines of its paragraph.
 */
export function figuresOf(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block): readonly Figure[] => {
    switch (block.type) {
      case "figure": {
        const { type: _, ...figure } = block;
        return [figure];
      }
      case "paragraph":
      case "heading":
        return figuresIn(block.children, block.lines);
      case "quote":
        return figuresOf(block.children);
      case "list":
        return block.items.flatMap(figuresOf);
      case "table":
        return [block.head, ...block.rows].flat().flatMap((cell) => figuresIn(cell, block.lines));
      case "code":
      case "rule":
        return [];
    }
  });
}

function figuresIn(inlines: readonly Inline[], lines: LineRange): readonly Figure[] {
  return inlines.flatMap(picturesIn).map((picture) => figureOf(picture, lines));
}
