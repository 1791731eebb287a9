import { cleanText } from "../text/clean-text.ts";
import type { Block, Inline } from "./block.ts";
import { type HtmlPiece, htmlPieces, partsParagraphs } from "./html.ts";
import {
  type InlineContext,
  inlineText,
  isBlank,
  mergeText,
  tagInline,
  trimInlines,
} from "./inlines.ts";
import { decodeReferences } from "./markdown.ts";

/** What a block of HTML is read with: see `BlockContext`, of which this is a part. */
export type HtmlContext = {
  readonly resolve: (url: string, line: number) => string | undefined;
  readonly dropped: (text: string, line: number) => void;
};

/** A paragraph or heading being read, with its first and last line. */
type Open = { children: Inline[]; level: number; first: number; last: number };

/**
 * A block of HTML as text: paragraphs, headings, pictures and rules; the other tags only part them. What
 * is for browsers and not for readers is left out.
 *
 * @param firstLine the block's first line in the file.
 */
export function htmlBlocks(html: string, firstLine: number, context: HtmlContext): Block[] {
  const blocks: Block[] = [];
  let line = firstLine;
  let open: Open = { children: [], level: 0, first: line, last: line };

  function close(level: number): void {
    const children = trimInlines(mergeText(open.children).map(withoutRuns));
    const lines = [open.first, open.last] as const;
    const [only] = children;
    if (children.length === 1 && only?.type === "image") {
      blocks.push({ type: "figure", lines, url: only.url, alt: only.alt });
    } else if (inlineText(children) !== "" || children.length > 1) {
      blocks.push(
        open.level === 0
          ? { type: "paragraph", lines, children }
          : { type: "heading", lines, level: open.level, children },
      );
    }
    open = { children: [], level, first: line, last: line };
  }

  for (const piece of htmlPieces(html)) {
    const inline: InlineContext = {
      resolve: (url) => context.resolve(url, line),
      dropped: (text) => {
        context.dropped(text, line);
      },
    };
    if (piece.type === "tag" && partsParagraphs(piece.name)) {
      close(piece.closes ? 0 : headingLevel(piece.name));
      if (piece.name === "hr") blocks.push({ type: "rule", lines: [line, line] });
    } else {
      const children = inlinesOf(piece, inline);
      if (open.children.every(isBlank)) open.first = line + blankLines(piece);
      if (!children.every(isBlank)) open.last = line + textLines(piece);
      open.children.push(...children);
    }
    line += lineEnds(piece);
  }
  close(0);
  return blocks;
}

function inlinesOf(piece: HtmlPiece, context: InlineContext): Inline[] {
  if (piece.type === "tag") return tagInline(piece.name, piece.attributes, context);
  if (piece.type === "text")
    return [{ type: "text", text: cleanText(decodeReferences(piece.text)) }];
  if (piece.what !== "comment") context.dropped(piece.text);
  return [];
}

/** HTML shows any run of spaces and line ends as one space. */
function withoutRuns(inline: Inline): Inline {
  return inline.type === "text"
    ? { type: "text", text: inline.text.replace(/[ \t\n]+/g, " ") }
    : inline;
}

function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name.slice(1)) : 0;
}

/** The line ends before the text of a piece begins. */
function blankLines(piece: HtmlPiece): number {
  return piece.type === "text" ? lineEndsIn(/^\s*/.exec(piece.text)?.[0] ?? "") : 0;
}

/** The line ends before the text of a piece is over. */
function textLines(piece: HtmlPiece): number {
  return piece.type === "text" ? lineEndsIn(piece.text.trimEnd()) : 0;
}

function lineEnds(piece: HtmlPiece): number {
  return lineEndsIn(piece.type === "tag" ? piece.attributes : piece.text);
}

function lineEndsIn(text: string): number {
  return text.split("\n").length - 1;
}
