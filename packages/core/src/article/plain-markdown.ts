import { mayPassBlankLines } from "./html.ts";
import { type LineKind, MarkdownLines } from "./markdown-lines.ts";
import { marked, type MarkdownToken, NewToken, plainInlines } from "./markdown-token.ts";

/** The whole parser, for what is not plain. */
export type WholeParser = {
  /** A stretch of Markdown that nothing before or after it reaches into, and the line that it begins on. */
  readonly blocks: (text: string, firstLine: number) => readonly MarkdownToken[];
  /** The text of one paragraph or heading. */
  readonly inlines: (text: string) => readonly MarkdownToken[];
};

/** A definition of a link counts for the whole text, and a template's tag ends anywhere; line ends are expected to be `\n`. */
const reachesFar = ["]:", "{{", "{%", "\r", "\0"];

/**
 * Markdown as tokens, line by line: paragraphs, headings and rules at the margin are read here, ten times as
 * fast as by the whole parser, which reads the lists, quotations and tables between them and the text that
 * has marks in it. The result is the same as the whole parser's for the whole text. Undefined where
 * stretches cannot be told apart so: comments and scripts, templates, fences in lists, definitions of links.
 */
export function readPlainMarkdown(
  text: string,
  parser: WholeParser,
): readonly MarkdownToken[] | undefined {
  if (reachesFar.some((sign) => text.includes(sign)) || mayPassBlankLines(text)) return undefined;
  const tokens: MarkdownToken[] = [];
  const lines = new MarkdownLines(text);
  while (lines.next()) {
    const { number } = lines;
    const kind = lines.kind(false);
    if (kind === "rule") tokens.push(token("hr", "hr", 0, [number, number + 1], "", null));
    else if (kind === "heading") pushHeading(tokens, lines, parser);
    else if (kind !== "blank" && !readOther(kind, tokens, lines, parser)) return undefined;
  }
  return tokens;
}

/** Reads a paragraph, or a stretch that the whole parser is needed for. False when even that does not do. */
function readOther(
  kind: LineKind,
  tokens: MarkdownToken[],
  lines: MarkdownLines,
  parser: WholeParser,
): boolean {
  const { start, number } = lines;
  const content = kind === "text" ? lines.restOfParagraph() : undefined;
  if (content !== undefined) {
    pushText(tokens, "paragraph", "p", [number, lines.number + 1], content, parser);
    return true;
  }
  const stretch = lines.restOfStretch(start);
  if (stretch === undefined) return false;
  for (const each of parser.blocks(stretch, number)) tokens.push(each);
  return true;
}

function pushHeading(tokens: MarkdownToken[], lines: MarkdownLines, parser: WholeParser): void {
  const { line, number } = lines;
  const level = /^#+/.exec(line)?.[0].length ?? 1;
  const content = trimBlanks(line.slice(level));
  const closing = content.length - withoutSharps(content).length;
  // Number signs at the end belong to it when a space, or nothing, stands before them.
  const closed = closing > 0 && /(?:^|[ \t])#+$/.test(content);
  const title = closed ? trimBlanks(content.slice(0, -closing)) : content;
  pushText(tokens, "heading", `h${String(level)}`, [number, number + 1], title, parser);
}

function withoutSharps(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x23) end--;
  return text.slice(0, end);
}

function pushText(
  tokens: MarkdownToken[],
  type: string,
  tag: string,
  map: readonly [number, number],
  written: string,
  parser: WholeParser,
): void {
  const content = trimBlanks(written);
  const children = marked.test(content) ? parser.inlines(content) : plainInlines(content);
  tokens.push(
    token(`${type}_open`, tag, 1, map, "", null),
    token("inline", "", 0, map, content, children),
    token(`${type}_close`, tag, -1, null, "", null),
  );
}

function token(
  type: string,
  tag: string,
  nesting: -1 | 0 | 1,
  map: MarkdownToken["map"],
  content: string,
  children: MarkdownToken["children"],
): MarkdownToken {
  const made = new NewToken(type, tag, nesting);
  made.map = map;
  made.content = content;
  made.children = children;
  return made;
}

/** Markdown's blanks at both ends of a text; Unicode's other spaces stay. */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a;
}
