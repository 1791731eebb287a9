import MarkdownIt, { type StateBlock, type StateInline, type Token } from "markdown-it";
import { beginsHtmlBlock, htmlAt, preformattedEnd } from "./html.ts";

/** A piece of Markdown, in the flat order of markdown-it. HTML is a piece of type `html`, as it was written. */
export type MarkdownToken = Token;

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

// Addresses are judged by us, with a problem for those refused, and are kept as they were written.
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (text) => text;

function readHtmlBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (
    state.src.charCodeAt(from) !== 0x3c ||
    (state.sCount[startLine] ?? 0) - state.blkIndent >= 4
  ) {
    return false;
  }
  const line = state.src.slice(from, state.eMarks[startLine]);
  const whole = htmlAt(state.src, from);
  const end = whole?.piece.type === "hidden" ? whole.end : preformattedEnd(state.src, from);
  let next = startLine + 1;
  if (end !== undefined) {
    while (next < endLine && (state.bMarks[next] ?? 0) < end) next++;
  } else {
    const begins = beginsHtmlBlock(line);
    // As CommonMark has it, a lone tag inside a paragraph is part of its text.
    if (begins === undefined || (begins === "tag" && silent)) return false;
    while (next < endLine && !state.isEmpty(next) && (state.sCount[next] ?? 0) >= state.blkIndent)
      next++;
  }
  if (silent) return true;
  state.line = next;
  const token = state.push("html", "", 0);
  token.map = [startLine, next];
  token.content = state.getLines(startLine, next, state.blkIndent, false);
  return true;
}

function readHtmlInline(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  const found = htmlAt(state.src, state.pos);
  if (found === undefined || found.end > state.posMax) return false;
  if (!silent) state.push("html", "", 0).content = state.src.slice(state.pos, found.end);
  state.pos = found.end;
  return true;
}

markdown.block.ruler.at("html_block", readHtmlBlock, {
  alt: ["paragraph", "reference", "blockquote"],
});
markdown.inline.ruler.at("html_inline", readHtmlInline);

/**
 * Markdown (CommonMark with tables and strikethrough) as tokens. Nothing is ever rendered from them.
 * Undefined when quotations and lists are nested so deeply that markdown-it would leave text out.
 */
export function readMarkdown(text: string): readonly MarkdownToken[] | undefined {
  const tokens = markdown.parse(text, {});
  return tokens.some(isTooDeep) ? undefined : tokens;
}

/** markdown-it's own limit, so that nothing hostile overflows the stack. */
const maxNesting = markdown.options.maxNesting ?? 100;

function isTooDeep({ type, level }: MarkdownToken): boolean {
  return level >= maxNesting - 1 && (type === "blockquote_open" || type === "list_item_open");
}

/** An attribute of a token; empty when it has none. */
export function attributeOf(token: MarkdownToken, name: string): string {
  return String(token.attrGet(name) ?? "");
}

/** Text with its character references (`&amp;`, `&#39;`) as the characters they stand for. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#\w{1,8}|\w{1,32});/g, (reference) =>
    markdown.utils.unescapeAll(reference),
  );
}
