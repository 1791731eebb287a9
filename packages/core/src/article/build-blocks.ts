import { cleanText, trimSpace } from "../text/clean-text.ts";
import type { Block, Inline, LineRange } from "./block.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { altText, buildInlines, type InlineContext, pictureUrl } from "./inlines.ts";
import { attributeOf, type MarkdownToken } from "./markdown.ts";
import { groupLines, type LineGroup } from "./paragraph-lines.ts";

/** What the body of an article is read with. */
export type BlockContext = {
  /** The line in the file of a line of the Markdown text, counted from 0. */
  readonly lineOf: (line: number) => number;
  /** An address as it may be followed; undefined when it may not. The line is the file's. */
  readonly resolve: (url: string, line: number) => string | undefined;
  /** Called for a script or style that is left out. */
  readonly dropped: (text: string, line: number) => void;
};

/** Tokens, and how far they have been read. */
type Cursor = { readonly tokens: readonly MarkdownToken[]; at: number };

/** The blocks of a body, in order. Captions are still paragraphs of their own. */
export function buildBlocks(tokens: readonly MarkdownToken[], context: BlockContext): Block[] {
  return readUntil({ tokens, at: 0 }, undefined, context);
}

function readUntil(cursor: Cursor, close: string | undefined, context: BlockContext): Block[] {
  const blocks: Block[] = [];
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (token === undefined) return blocks;
    cursor.at++;
    if (token.type === close) return blocks;
    blocks.push(...readBlock(token, cursor, context));
  }
}

function readBlock(token: MarkdownToken, cursor: Cursor, context: BlockContext): readonly Block[] {
  const lines = linesOf(token, context);
  switch (token.type) {
    case "paragraph_open":
      return paragraph(inlineToken(cursor), lines, context);
    case "heading_open": {
      const children = buildInlines(inlineToken(cursor), inlineContext(context, lines[0]));
      const level = Number(token.tag.slice(1));
      return children.length === 0 ? [] : [{ type: "heading", lines, level, children }];
    }
    case "blockquote_open": {
      const children = readUntil(cursor, "blockquote_close", context);
      return children.length === 0
        ? []
        : [{ type: "quote", lines: around(lines, children), children }];
    }
    case "bullet_list_open":
    case "ordered_list_open":
      return list(token, lines, cursor, context);
    case "table_open":
      return [{ type: "table", lines, ...table(cursor, context) }];
    case "fence":
    case "code_block":
      return [code(token, lines)];
    case "hr":
      return [{ type: "rule", lines }];
    case "html":
      return htmlBlocks(token.content, lines[0], context);
    default:
      return [];
  }
}

/** The tokens inside a paragraph or heading; the cursor moves past its end. */
function inlineToken(cursor: Cursor): readonly MarkdownToken[] {
  const children = cursor.tokens[cursor.at]?.children ?? [];
  cursor.at += 2;
  return children;
}

function paragraph(
  tokens: readonly MarkdownToken[],
  lines: LineRange,
  context: BlockContext,
): Block[] {
  const groups = groupLines(tokens);
  const [group] = groups;
  if (groups.length === 1 && group?.kind === "text") return textParagraph(tokens, lines, context);
  return groups.flatMap((each) => {
    const range: LineRange = [lines[0] + each.first, lines[0] + each.last];
    return each.kind === "text"
      ? textParagraph(each.tokens, range, context)
      : figures(each, range, context);
  });
}

function textParagraph(
  tokens: readonly MarkdownToken[],
  lines: LineRange,
  context: BlockContext,
): Block[] {
  const children = buildInlines(tokens, inlineContext(context, lines[0]));
  return children.length === 0 ? [] : [{ type: "paragraph", lines, children }];
}

/** Pictures on lines of their own. One whose address may not be followed leaves its text. */
function figures({ tokens }: LineGroup, [first]: LineRange, context: BlockContext): Block[] {
  const blocks: Block[] = [];
  let line = first;
  for (const token of tokens) {
    if (token.type === "softbreak" || token.type === "hardbreak") line++;
    if (token.type !== "image") continue;
    const lines: LineRange = [line, line];
    const alt = trimSpace(altText(token.children ?? []));
    const url = pictureUrl(attributeOf(token, "src"), inlineContext(context, line));
    const title = trimSpace(cleanText(attributeOf(token, "title")).replaceAll("\n", " "));
    const caption = title === "" ? {} : { caption: title };
    if (url !== undefined) blocks.push({ type: "figure", lines, url, alt, ...caption });
    else if (alt !== "")
      blocks.push({ type: "paragraph", lines, children: [{ type: "text", text: alt }] });
  }
  return blocks;
}

function list(
  token: MarkdownToken,
  lines: LineRange,
  cursor: Cursor,
  context: BlockContext,
): Block[] {
  const ordered = token.type === "ordered_list_open";
  const items: Block[][] = [];
  while (cursor.tokens[cursor.at]?.type === "list_item_open") {
    cursor.at++;
    items.push(readUntil(cursor, "list_item_close", context));
  }
  cursor.at++;
  const start = ordered ? Number(token.attrGet("start") ?? 1) : 1;
  return [{ type: "list", lines: around(lines, items.flat()), ordered, start, items }];
}

function table(cursor: Cursor, context: BlockContext): TableContent {
  const align: ("left" | "center" | "right" | undefined)[] = [];
  const rows: (readonly Inline[])[][] = [];
  for (;;) {
    const token = cursor.tokens[cursor.at];
    cursor.at++;
    if (token === undefined || token.type === "table_close") break;
    if (token.type === "tr_open") rows.push([]);
    if (token.type !== "th_open" && token.type !== "td_open") continue;
    if (token.type === "th_open") align.push(alignment(attributeOf(token, "style")));
    const [line] = linesOf(cursor.tokens[cursor.at] ?? token, context);
    rows.at(-1)?.push(buildInlines(inlineToken(cursor), inlineContext(context, line)));
  }
  const [head = [], ...body] = rows;
  return { align, head, rows: body };
}

type TableContent = Pick<Extract<Block, { type: "table" }>, "align" | "head" | "rows">;

function alignment(style: string): "left" | "center" | "right" | undefined {
  const [, side] = /text-align:(left|center|right)/.exec(style) ?? [];
  return side === "left" || side === "center" || side === "right" ? side : undefined;
}

function code({ info, content }: MarkdownToken, lines: LineRange): Block {
  const [language = ""] = cleanText(info).trim().split(/\s/, 1);
  const text = cleanText(content).replace(/\n$/, "");
  return { type: "code", lines, ...(language === "" ? {} : { language }), text };
}

/** The lines of a block in the file; where markdown-it gives none, those of the body's start. */
function linesOf({ map }: MarkdownToken, { lineOf }: BlockContext): LineRange {
  const [start, end] = map ?? [0, 1];
  return [lineOf(start), lineOf(Math.max(start, end - 1))];
}

/** The lines of a list or quotation, without the blank ones after it. */
function around([first, last]: LineRange, blocks: readonly Block[]): LineRange {
  return [first, Math.max(first, Math.min(last, blocks.at(-1)?.lines[1] ?? last))];
}

/** What inline text is read with, for a block that begins on a line. */
function inlineContext({ resolve, dropped }: BlockContext, line: number): InlineContext {
  return {
    resolve: (url) => resolve(url, line),
    dropped: (text) => {
      dropped(text, line);
    },
  };
}
