import MarkdownIt, { type StateBlock, type StateInline } from "markdown-it";
import { beginsHtmlBlock, htmlAt, preformattedEnd } from "./html.ts";
import type { MarkdownToken } from "./markdown-token.ts";
import { makeNewTokens } from "./new-tokens.ts";
import { readPlainMarkdown } from "./plain-markdown.ts";
import {
  isSilentTag,
  templateLinesEnd,
  templateLinkAt,
  templatePair,
  templateTagEnd,
} from "./template.ts";
import { wikiLinkAt } from "./wiki-link.ts";

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

// Addresses are judged by us, with a problem for those refused, and are kept as they were written.
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (text) => text;
makeNewTokens(markdown);

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

/** Lines that are tags of a template are a piece of type `template`; code between two of them is code. */
function readTemplateBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!beginsTemplate(state.src.charCodeAt(from))) return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const pair = templatePair(state.src, from);
  const end = pair?.end ?? templateLinesEnd(state.src, from);
  if (end === undefined) return false;
  let next = startLine + 1;
  while (next < endLine && (state.bMarks[next] ?? 0) < end) next++;
  if (silent) return true;
  state.line = next;
  if (pair?.isComment === true) return true;
  const token = state.push(pair === undefined ? "template" : "fence", "", 0);
  token.map = [startLine, next];
  token.info = pair?.language ?? "";
  token.content = pair?.content ?? state.src.slice(from, end);
  return true;
}

/** `{`, `:`, `<`, `i` or `e`: most lines begin with something else. */
function beginsTemplate(code: number): boolean {
  return code === 0x7b || code === 0x3a || code === 0x3c || code === 0x69 || code === 0x65;
}

function readTemplateInline(state: StateInline, silent: boolean): boolean {
  const end = templateTagEnd(state.src, state.pos);
  if (end === undefined || end > state.posMax) return false;
  const tag = state.src.slice(state.pos, end);
  if (!isSilentTag(tag)) return false;
  if (!silent) state.push("template", "", 0).content = tag;
  state.pos = end;
  return true;
}

/** Whether any address in the text that is being read may begin with a tag of a template. */
let hasTemplateLinks = false;
markdown.core.ruler.before("inline", "template_links", ({ src }) => {
  hasTemplateLinks = src.includes("]({");
});

/** A link or picture whose address is a tag of a template has spaces and quotation marks where Markdown allows none. */
function readTemplateLink(state: StateInline, silent: boolean): boolean {
  if (!hasTemplateLinks) return false;
  const { src, pos, posMax } = state;
  const isPicture = src.charCodeAt(pos) === 0x21;
  const start = isPicture ? pos + 1 : pos;
  if (src.charCodeAt(start) !== 0x5b) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, start, !isPicture);
  if (labelEnd < 0 || !src.startsWith("]({", labelEnd)) return false;
  const link = templateLinkAt(src, labelEnd + 2);
  if (link === undefined || link.end >= posMax) return false;
  const { address, title, end } = link;
  if (!silent && isPicture) {
    const token = state.push("image", "img", 0);
    token.attrs = [
      ["src", address],
      ["title", title],
    ];
    token.children = [];
    state.md.inline.parse(src.slice(start + 1, labelEnd), state.md, state.env, token.children);
  } else if (!silent) {
    state.push("link_open", "a", 1).attrs = [["href", address]];
    state.pos = pos + 1;
    state.posMax = labelEnd;
    state.md.inline.tokenize(state);
    state.push("link_close", "a", -1);
  }
  state.pos = end + 1;
  state.posMax = posMax;
  return true;
}

function readWikiLink(state: StateInline, silent: boolean): boolean {
  const first = state.src.charCodeAt(state.pos);
  if (first !== 0x5b && first !== 0x21) return false;
  const link = wikiLinkAt(state.src, state.pos);
  if (link === undefined || link.end > state.posMax || isDefined(link.text, state)) return false;
  if (!silent) {
    const { address, text } = link;
    const label = new state.Token("text", "", 0);
    label.content = text;
    if (link.isPicture) {
      const token = state.push("image", "img", 0);
      token.attrs = [["src", address]];
      token.children = [label];
    } else {
      state.push("link_open", "a", 1).attrs = [["href", address]];
      state.push("text", "", 0).content = text;
      state.push("link_close", "a", -1);
    }
  }
  state.pos = link.end;
  return true;
}

/** Whether a text defines what these brackets lead to, as Markdown has it: `[pier]: pier.md`. */
function isDefined(label: string, { env, md }: StateInline): boolean {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- markdown-it keeps them there
  const { references } = env as { readonly references?: Readonly<Record<string, unknown>> };
  return references !== undefined && md.utils.normalizeReference(label) in references;
}

markdown.inline.ruler.before("link", "wiki_link", readWikiLink);
markdown.inline.ruler.before("link", "template_link", readTemplateLink);
markdown.block.ruler.before("fence", "template", readTemplateBlock, {
  alt: ["paragraph", "reference", "blockquote", "list"],
});
markdown.inline.ruler.before("html_inline", "template", readTemplateInline);
markdown.block.ruler.at("html_block", readHtmlBlock, {
  alt: ["paragraph", "reference", "blockquote"],
});
markdown.inline.ruler.at("html_inline", readHtmlInline);

/** Deepest nesting of quotations and list items: what people write has ten levels at most, each list two of them. */
const maxBlockNesting = 40;

/** Deepest nesting of emphasis and brackets: an opening bracket is looked at once for every level that it may stand in. */
const maxInlineNesting = 16;

/** Most lines looked at, in one text, for whether they belong to the quotation or table above them. */
const maxContinuedLines = 5_000;

/** Most cells of the tables of one text: a row of a byte fills up with as many empty cells as its table has columns. */
const maxTableCells = 12_000;

/** What reading a text has cost so far, of what could cost the square of its length. */
type Spent = { continuedLines: number; cells: number };

markdown.core.ruler.before("block", "block_nesting", ({ md }) => {
  md.options.maxNesting = maxBlockNesting;
});
markdown.core.ruler.before("inline", "inline_nesting", ({ md }) => {
  md.options.maxNesting = maxInlineNesting;
});

/** Asked for each line below a quotation's or a table's: beyond the limits none continues either. */
function endsByLimit(state: StateBlock, _line: number, _end: number, silent: boolean): boolean {
  if (!silent) return false;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `readMarkdown` gives it
  const spent = state.env as Spent;
  if (state.parentType === "table") spent.cells += cellsAbove(state.tokens);
  else spent.continuedLines++;
  return spent.continuedLines > maxContinuedLines || spent.cells > maxTableCells;
}

/** The cells of the last row, three tokens each; the row itself costs as much as two. */
function cellsAbove(tokens: readonly MarkdownToken[]): number {
  return (tokens.length - tokens.findLastIndex(({ type }) => type === "tr_open")) / 3 + 2;
}

markdown.block.ruler.before("hr", "limits", endsByLimit, { alt: ["blockquote"] });

/**
 * Markdown (CommonMark with tables and strikethrough) as tokens. Nothing is ever rendered from them.
 * Undefined when quotations and lists are nested so deeply that markdown-it would leave text out.
 */
export function readMarkdown(text: string): readonly MarkdownToken[] | undefined {
  const spent = nothingSpent();
  const tokens = readPlainMarkdown(text, {
    blocks: (stretch, firstLine) => {
      const found = markdown.parse(stretch, spent);
      for (const { map } of found) {
        if (map === null) continue;
        map[0] += firstLine;
        map[1] += firstLine;
      }
      return found;
    },
    inlines: (content) => markdown.parseInline(content, nothingSpent())[0]?.children ?? [],
  });
  const all = tokens ?? readWholeMarkdown(text);
  return all.some(isTooDeep) ? undefined : all;
}

/** The same by markdown-it alone, which takes ten times as long for prose; no nesting is too deep for it. */
export function readWholeMarkdown(text: string): readonly MarkdownToken[] {
  return markdown.parse(text, nothingSpent());
}

function nothingSpent(): Spent {
  return { continuedLines: 0, cells: 0 };
}

function isTooDeep({ type, level }: MarkdownToken): boolean {
  return level >= maxBlockNesting - 1 && (type === "blockquote_open" || type === "list_item_open");
}

/** An attribute of a token; empty when it has none. */
export function attributeOf(token: MarkdownToken, name: string): string {
  return String(token.attrGet(name) ?? "");
}

/** Text after a fence, with its escapes and character references as the characters they stand for. */
export function decodeInfo(text: string): string {
  return markdown.utils.unescapeAll(text);
}

/** Text with its character references (`&amp;`, `&#39;`) as the characters they stand for. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#\w{1,8}|\w{1,32});/g, (reference) =>
    markdown.utils.unescapeAll(reference),
  );
}
