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
  const figures: Figure[] = [];
  for (const block of blocks) collectFigures(block, figures);
  return figures;
}

function collectFigures(block: Block, figures: Figure[]): void {
  switch (block.type) {
    case "figure": {
      const { type: _, ...figure } = block;
      figures.push(figure);
      return;
    }
    case "paragraph":
    case "heading":
      collectPictures(block.children, block.lines, figures);
      return;
    case "quote":
      for (const inner of block.children) collectFigures(inner, figures);
      return;
    case "list":
      for (const item of block.items) for (const inner of item) collectFigures(inner, figures);
      return;
    case "table":
      for (const row of [block.head, ...block.rows]) {
        for (const cell of row) collectPictures(cell, block.lines, figures);
      }
      return;
    case "code":
    case "rule":
  }
}

function collectPictures(inlines: readonly Inline[], lines: LineRange, figures: Figure[]): void {
  for (const inline of inlines) {
    if (inline.type === "text") continue;
    for (const picture of picturesIn(inline)) figures.push(figureOf(picture, lines));
  }
}
