import type { Block, Inline, LineRange } from "./block.ts";
import { withCaption } from "./captions.ts";

/** What blocks may stand in while they are read; `other` only holds them together. */
export type ContainerKind =
  | "quote"
  | "list"
  | "item"
  | "table"
  | "row"
  | "cell"
  | "figure"
  | "caption"
  | "other";

/** A quotation, list, table or part of one that is being read. */
export type Container = {
  readonly kind: ContainerKind;
  /** The name of the element in HTML. */
  readonly name: string;
  readonly by: "markdown" | "html";
  lines: LineRange;
  readonly blocks: Block[];
  /** The items of a list, the rows of a table, the cells of a row. */
  readonly parts: Container[];
  /** A caption that stands before its picture. */
  readonly caption: Block[];
  /** Of an ordered list: its first number. */
  readonly start?: number | undefined;
  /** Of a cell: whether it names its column. */
  readonly isHead?: boolean | undefined;
  /** Of a cell: on which side its text stands. */
  readonly align?: "left" | "center" | "right" | undefined;
};

/** Whether a container of HTML ends where a block begins that has no place in it. */
export function isEndedByText({ kind, name, by }: Container, next: Container["by"]): boolean {
  if (by === "markdown") return false;
  if (kind === "caption" && name === "p") return true;
  return next === "markdown" && (kind === "table" || kind === "row");
}

/** What a closed container is among the blocks. */
export function blocksOf(container: Container): readonly Block[] {
  const { kind, lines, blocks, parts, start } = container;
  switch (kind) {
    case "quote":
      return quoteBlocks(lines, blocks);
    case "list": {
      const items = parts.map((part) => part.blocks);
      const ordered = start !== undefined;
      return items.length === 0 ? [] : [{ type: "list", lines, ordered, start: start ?? 1, items }];
    }
    case "table":
      return [...blocks, ...tableBlocks(container)];
    case "figure":
      return figureBlocks(container);
    case "item":
    case "row":
    case "cell":
    case "caption":
    case "other":
      return blocks;
  }
}

/** What GitHub and Obsidian write before the text of a notice: `> [!NOTE]`, `> [!tip]-`. */
const noticeSign = /^\[!\w{1,30}\][+-]?\s*/;

function quoteBlocks(lines: LineRange, blocks: readonly Block[]): readonly Block[] {
  const [first, ...rest] = blocks;
  const [start, ...others] = first?.type === "paragraph" ? first.children : [];
  let children = blocks;
  if (first?.type === "paragraph" && start?.type === "text" && noticeSign.test(start.text)) {
    const text = start.text.replace(noticeSign, "");
    const kept: Inline[] = text === "" ? others : [{ type: "text", text }, ...others];
    children = kept.length === 0 ? rest : [{ ...first, children: kept }, ...rest];
  }
  return children.length === 0 ? [] : [{ type: "quote", lines, children }];
}

/** A table; one whose cells hold more than text, or that has one column, only places blocks on a page. */
function tableBlocks({ by, lines, blocks, parts }: Container): readonly Block[] {
  const rows = parts.map((row) => row.parts).filter((cells) => cells.length > 0);
  const columns = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (by === "html" && (columns < 2 || !rows.flat().every(holdsText))) {
    return rows.flat().flatMap((cell) => cell.blocks);
  }
  const [first = []] = rows;
  const hasHead = first.every(({ isHead }) => isHead === true);
  const texts = rows.map((cells) => cells.map((cell) => inlinesOf(cell.blocks)));
  const [head = [], ...body] = hasHead ? texts : [first.map(() => []), ...texts];
  if (by === "html" && texts.flat().every((text) => text.length === 0)) return [];
  return [
    {
      type: "table",
      // What stands above the rows is a block of its own.
      lines: blocks.length === 0 ? lines : [parts[0]?.lines[0] ?? lines[1], lines[1]],
      align: Array.from({ length: columns }, (_, index) => first[index]?.align),
      head,
      rows: body,
    },
  ];
}

function holdsText({ blocks }: Container): boolean {
  return (
    blocks.length <= 2 && blocks.every(({ type }) => type === "paragraph" || type === "figure")
  );
}

/** Blocks as one text, with a break between them. */
function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block, index): Inline[] => {
    const inlines = blockInlines(block);
    return index === 0 || inlines.length === 0 ? [...inlines] : [{ type: "break" }, ...inlines];
  });
}

function blockInlines(block: Block): readonly Inline[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return block.children;
    case "figure": {
      const { url, alt, caption } = block;
      return [{ type: "image", url, alt, ...(caption === undefined ? {} : { caption }) }];
    }
    case "quote":
      return inlinesOf(block.children);
    case "list":
      return inlinesOf(block.items.flat());
    case "code":
      return [{ type: "code", text: block.text }];
    case "table":
      return [block.head, ...block.rows].flatMap((row) =>
        row.flatMap((cell): Inline[] => [...cell, { type: "text", text: " " }]),
      );
    case "rule":
      return [];
  }
}

/** An element of a picture and its caption, which may hold several pictures, or something else. */
function figureBlocks({ lines, blocks, caption }: Container): readonly Block[] {
  const [first, second] = blocks;
  if (first?.type !== "figure") return [...caption, ...blocks];
  // Text straight after the only picture is its caption, though no element says so.
  const below = caption.length === 0 && first.caption === undefined && blocks.length === 2;
  const text = below && second?.type === "paragraph" ? [second] : caption;
  if (text === caption && blocks.length > 1) return [...caption, ...blocks];
  return [text.length === 0 ? { ...first, lines } : withCaption(first, text, lines)];
}
