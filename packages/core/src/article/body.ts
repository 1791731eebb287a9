import { trimSpace } from "../text/clean-text.ts";
import type { Block } from "./block.ts";
import { isTitleLine, isWrapped, linesAreParagraphs } from "./body-shape.ts";
import { peopleInByline } from "./byline.ts";
import type { BlockContext } from "./body-reading.ts";
import { buildBlocks } from "./build-blocks.ts";
import { withCaptions } from "./captions.ts";
import { softenHyphens } from "./divided-words.ts";
import { readMarkdown } from "./markdown.ts";

/** What a body is read with: see `BlockContext`. */
export type BodyContext = Omit<BlockContext, "lineOf"> & {
  /** Whether the file is nothing but text, without front matter. Default false. */
  readonly isBare?: boolean;
  /** The line in the file on which the body begins. */
  readonly firstLine: number;
};

/**
 * The body of an article as blocks. Where no blank line parts the lines and they are not wrapped, each is
 * a paragraph, and a first one that reads as a title is a heading.
 */
export function readBody(body: string, context: BodyContext): Block[] {
  const { firstLine } = context;
  if (linesAreParagraphs(body)) return readLines(body, context);
  const isDivided = context.isBare === true && isWrapped(body);
  const tokens = readMarkdown(isDivided ? softenHyphens(body) : body);
  if (tokens === undefined) {
    context.tooDeep();
    return plainLines(body, firstLine);
  }
  const blocks = buildBlocks(tokens, { ...context, lineOf: (line) => firstLine + line });
  return withCaptions(blocks, true);
}

/** Lines that are paragraphs are Markdown with a blank line after each. */
function readLines(body: string, context: BodyContext): Block[] {
  const lines = body.split("\n").map((line) => trimSpace(line));
  const tokens = readMarkdown(lines.join("\n\n"));
  if (tokens === undefined) {
    context.tooDeep();
    return plainLines(body, context.firstLine);
  }
  const lineOf = (line: number): number => context.firstLine + (line >> 1);
  const blocks = buildBlocks(tokens, { ...context, lineOf });
  const [first] = blocks;
  const [title = "", next = ""] = lines.filter(
    (line) => line !== "" && peopleInByline(line) === undefined,
  );
  if (first?.type === "paragraph" && isTitleLine(title, next)) {
    blocks[0] = { type: "heading", lines: first.lines, level: 1, children: first.children };
  }
  return withCaptions(blocks, false);
}

/** Every line as a paragraph, with all its signs. */
function plainLines(body: string, firstLine: number): Block[] {
  return body.split("\n").flatMap((line, index): Block[] => {
    const text = trimSpace(line);
    const lines = [firstLine + index, firstLine + index] as const;
    return text === "" ? [] : [{ type: "paragraph", lines, children: [{ type: "text", text }] }];
  });
}
