import { cleanText } from "../text/clean-text.ts";
import type { Block, LineRange } from "./block.ts";
import { BlockTree } from "./block-tree.ts";
import {
  addLineEnd,
  addPicture,
  addText,
  type BlockContext,
  type BodyReading,
  emphasis,
  link,
} from "./body-reading.ts";
import { attributeOf, decodeInfo } from "./markdown.ts";
import type { MarkdownToken } from "./markdown-token.ts";
import { readHtml, sideNamed } from "./read-html.ts";
import { readInlineTemplate, readTemplate } from "./read-template.ts";

/** The blocks of a body, in order. Captions written in Markdown are still paragraphs of their own. */
export function buildBlocks(tokens: readonly MarkdownToken[], context: BlockContext): Block[] {
  const tree = new BlockTree(context.lineOf);
  for (const token of tokens) readBlock(token, { tree, context });
  return tree.finish();
}

/** What a list of the text's headings is put in place of, as several programs have it. */
const contentsMark = /^(?:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|@\[toc\])$/i;

function readBlock(token: MarkdownToken, reading: BodyReading): void {
  const { tree, context } = reading;
  const { map, type } = token;
  if (map !== null && type !== "inline") tree.at = map[0];
  switch (type) {
    case "paragraph_open":
      tree.beginBlock("markdown");
      tree.beginText({ type: "paragraph" }, linesOf(token, context));
      return;
    case "heading_open":
      tree.beginBlock("markdown");
      tree.beginText(
        { type: "heading", level: Number(token.tag.slice(1)) },
        linesOf(token, context),
      );
      return;
    case "inline":
      if (tree.textKind?.type === "paragraph" && contentsMark.test(token.content)) return;
      for (const child of token.children ?? []) readInline(child, reading);
      return;
    case "paragraph_close":
    case "heading_close":
      tree.closeMarkdownText();
      return;
    case "html":
      readHtml(token.content, reading);
      return;
    case "template":
      readTemplate(token.content, reading);
      return;
    case "fence":
    case "code_block":
      tree.beginBlock("markdown");
      tree.add(code(token, linesOf(token, context)));
      return;
    case "hr":
      tree.beginBlock("markdown");
      tree.add({ type: "rule", lines: linesOf(token, context) });
      return;
    default:
      readContainer(token, reading);
  }
}

function readContainer(token: MarkdownToken, { tree, context }: BodyReading): void {
  const lines = linesOf(token, context);
  switch (token.type) {
    case "blockquote_open":
      tree.beginBlock("markdown");
      tree.open("quote", "", "markdown", { lines });
      return;
    case "bullet_list_open":
      tree.beginBlock("markdown");
      tree.open("list", "", "markdown", { lines });
      return;
    case "ordered_list_open":
      tree.beginBlock("markdown");
      tree.open("list", "", "markdown", { lines, start: Number(token.attrGet("start") ?? 1) });
      return;
    case "table_open":
      tree.beginBlock("markdown");
      tree.open("table", "", "markdown", { lines });
      return;
    case "list_item_open":
      tree.open("item", "", "markdown", { lines });
      return;
    case "tr_open":
      tree.open("row", "", "markdown", { lines });
      return;
    case "th_open":
    case "td_open": {
      const [, side] = /text-align:(\w+)/.exec(attributeOf(token, "style")) ?? [];
      const isHead = token.type === "th_open";
      tree.open("cell", "", "markdown", { lines, isHead, align: sideNamed(side) });
      return;
    }
    default:
      if (token.nesting === -1 && closing.has(token.type)) tree.closeMarkdown();
  }
}

const closing: ReadonlySet<string> = new Set([
  "blockquote_close",
  "bullet_list_close",
  "ordered_list_close",
  "list_item_close",
  "table_close",
  "tr_close",
  "th_close",
  "td_close",
]);

function readInline(token: MarkdownToken, reading: BodyReading): void {
  const { tree } = reading;
  switch (token.type) {
    case "text":
      addText(reading, token.content);
      return;
    case "softbreak":
      addLineEnd(reading, { type: "text", text: "\n" });
      return;
    case "hardbreak":
      addLineEnd(reading, { type: "break" });
      return;
    case "code_inline":
      tree.text().add({ type: "code", text: cleanText(token.content) }, tree.line, tree.line);
      return;
    case "image": {
      const [src, title] = [attributeOf(token, "src"), attributeOf(token, "title")];
      addPicture(reading, src, altText(token.children ?? []), title);
      return;
    }
    case "html":
      readHtml(token.content, reading);
      return;
    case "template":
      readInlineTemplate(token.content, reading);
      return;
    case "em_open":
      tree.text().begin(emphasis("*em", "emphasis"), tree.line);
      return;
    case "strong_open":
      tree.text().begin(emphasis("*strong", "strong"), tree.line);
      return;
    case "s_open":
      tree.text().begin(emphasis("*s", "strikethrough"), tree.line);
      return;
    case "link_open":
      tree.text().begin(link("link", attributeOf(token, "href"), reading), tree.line);
      return;
    case "em_close":
      tree.text().end("*em", tree.line);
      return;
    case "strong_close":
    case "s_close":
      tree.text().end(`*${token.type.slice(0, -"_close".length)}`, tree.line);
      return;
    case "link_close":
      tree.text().end("link", tree.line);
      return;
    default:
      addText(reading, token.content);
  }
}

/** The text inside a picture's brackets. */
function altText(tokens: readonly MarkdownToken[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === "softbreak") return " ";
      return children ? altText(children) : type === "html" ? "" : content;
    })
    .join("");
}

function code({ info, content }: MarkdownToken, lines: LineRange): Block {
  const [language = ""] = cleanText(decodeInfo(info)).trim().split(/\s/, 1);
  const text = cleanText(content).replace(/\n$/, "");
  return { type: "code", lines, ...(language === "" ? {} : { language }), text };
}

/** The lines of a block in the file; where markdown-it gives none, those of the body's start. */
function linesOf({ map }: MarkdownToken, { lineOf }: BlockContext): LineRange {
  const [start, end] = map ?? [0, 1];
  return [lineOf(start), lineOf(Math.max(start, end - 1))];
}
