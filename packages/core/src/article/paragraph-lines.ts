import type { MarkdownToken } from "./markdown.ts";

/** A stretch of a paragraph's lines: pictures alone, or text. */
export type LineGroup = {
  readonly kind: "pictures" | "text";
  /** Lines from the paragraph's first, from 0: the first and the last of the stretch. */
  readonly first: number;
  readonly last: number;
  readonly tokens: readonly MarkdownToken[];
};

/**
 * Divides a paragraph where lines that are only pictures meet lines of text, as authors write a caption
 * straight below its picture. Line ends inside a link or an emphasis do not divide.
 */
export function groupLines(tokens: readonly MarkdownToken[]): readonly LineGroup[] {
  if (!tokens.some(({ type }) => type === "image")) {
    return [{ kind: "text", first: 0, last: 0, tokens }];
  }
  const groups: {
    kind: LineGroup["kind"];
    first: number;
    last: number;
    tokens: MarkdownToken[];
  }[] = [];
  for (const { number, tokens: line, end } of splitLines(tokens)) {
    const kind = isPictures(line) ? "pictures" : "text";
    const group = groups.at(-1);
    if (group?.kind === kind) {
      group.last = number;
      group.tokens.push(...line);
    } else groups.push({ kind, first: number, last: number, tokens: [...line] });
    if (end) groups.at(-1)?.tokens.push(end);
  }
  return groups;
}

type Line = {
  readonly number: number;
  readonly tokens: readonly MarkdownToken[];
  readonly end?: MarkdownToken;
};

function splitLines(tokens: readonly MarkdownToken[]): Line[] {
  const lines: Line[] = [];
  let line: MarkdownToken[] = [];
  let depth = 0;
  let number = 0;
  let first = 0;
  for (const token of tokens) {
    depth += token.nesting;
    const ends = token.type === "softbreak" || token.type === "hardbreak";
    if (ends) number++;
    if (ends && depth === 0) {
      lines.push({ number: first, tokens: line, end: token });
      line = [];
      first = number;
    } else line.push(token);
  }
  lines.push({ number: first, tokens: line });
  return lines;
}

/** Whether nothing but pictures, and links around them, is on a line. */
function isPictures(line: readonly MarkdownToken[]): boolean {
  let pictures = 0;
  for (const { type, content } of line) {
    if (type === "image") pictures++;
    else if (type === "html" ? content !== "" : type === "text" && content.trim() !== "")
      return false;
    else if (type === "code_inline") return false;
  }
  return pictures > 0;
}
