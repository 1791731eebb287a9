import type { Block, LineRange } from "./block.ts";
import { blocksOf, type Container, type ContainerKind, isEndedByText } from "./container.ts";
import { withCaption } from "./captions.ts";
import { codeText } from "./inlines.ts";
import { paragraph, picturesAndText, textOf } from "./text-blocks.ts";
import { TextRun } from "./text-run.ts";

/** Deepest nesting of quotations, lists and tables in HTML; what is deeper keeps only its content. */
const maxHtmlDepth = 24;

/** What the text being read becomes. */
export type TextKind =
  | { readonly type: "paragraph" }
  | { readonly type: "heading"; readonly level: number }
  | { readonly type: "code"; language?: string | undefined };

/** The text being read. Its lines are those of its pieces where none are given. */
type OpenText = { readonly kind: TextKind; readonly run: TextRun; readonly lines?: LineRange };

/** What a container is opened with, beside its kind. */
export type Opening = Partial<Pick<Container, "start" | "isHead" | "align" | "lines">>;

/**
 * The blocks of a body while they are read. Markdown and HTML build the same tree: a quotation that HTML
 * opens holds the Markdown in it. HTML never closes what Markdown opened; Markdown closes what HTML left open.
 */
export class BlockTree {
  /** The line of the Markdown text that is being read, from 0. */
  at = 0;
  readonly #lineOf: (line: number) => number;
  readonly #root: Container = containerOf("other", "", "markdown", {}, [1, 1]);
  readonly #stack: Container[] = [this.#root];
  #text: OpenText | undefined;

  constructor(lineOf: (line: number) => number) {
    this.#lineOf = lineOf;
  }

  /** The line of the file that is being read. */
  get line(): number {
    return this.#lineOf(this.at);
  }

  /** The innermost container. */
  get top(): Container {
    return this.#stack.at(-1) ?? this.#root;
  }

  /** Opens a container inside the one that is open. False when it is nested too deeply for that. */
  open(kind: ContainerKind, name: string, by: Container["by"], opening: Opening = {}): boolean {
    this.endText();
    if (by === "html" && this.#stack.length > maxHtmlDepth) return false;
    this.#stack.push(containerOf(kind, name, by, opening, opening.lines ?? [this.line, this.line]));
    return true;
  }

  /** Closes the innermost container that Markdown opened, and what HTML left open in it. */
  closeMarkdown(): void {
    while (this.#stack.length > 1 && this.top.by === "html") this.#closeTop();
    this.#closeTop();
  }

  /** How many containers of HTML to close until one of these kinds is the innermost; undefined when none is open. */
  #depthOf(matches: (container: Container) => boolean, stop?: ContainerKind): number | undefined {
    for (let index = this.#stack.length - 1; index > 0; index--) {
      const container = this.#stack[index];
      if (container === undefined || container.by === "markdown") return undefined;
      if (matches(container)) return index;
      if (container.kind === stop) return undefined;
    }
    return undefined;
  }

  /** Closes the innermost element of a name, if HTML has one open, and what is open in it. */
  closeHtml(name: string): void {
    const index = this.#depthOf((container) => container.name === name);
    this.endText();
    if (index !== undefined) this.#closeTo(index);
  }

  /** Makes an open container of HTML the innermost, unless another of kind `stop` is in between. */
  backTo(kind: ContainerKind, stop?: ContainerKind): boolean {
    this.endText();
    const index = this.#depthOf((container) => container.kind === kind, stop);
    if (index !== undefined) this.#closeTo(index + 1);
    return index !== undefined;
  }

  /** Closes what does not go on when a block of Markdown or HTML begins. */
  beginBlock(by: Container["by"]): void {
    this.endText();
    while (isEndedByText(this.top, by)) this.#closeTop();
  }

  /** Adds a block. */
  add(block: Block): void {
    this.endText();
    this.#place().blocks.push(block);
  }

  /** Takes back the last block when it is a list of one item. */
  dropShortList(): void {
    this.endText();
    const last = this.top.blocks.at(-1);
    if (last?.type === "list" && last.items.length === 1) this.top.blocks.pop();
  }

  /** The text being read; a paragraph begins where there is none. */
  text(): TextRun {
    return this.#text?.run ?? this.beginText({ type: "paragraph" });
  }

  get textKind(): TextKind | undefined {
    return this.#text?.kind;
  }

  beginText(kind: TextKind, lines?: LineRange): TextRun {
    this.endText();
    const run = new TextRun();
    this.#text = { kind, run, ...(lines === undefined ? {} : { lines }) };
    return run;
  }

  /** Ends the paragraph, heading or code being read; what HTML left open in it ends too. */
  endText(): void {
    this.#endText(this.line);
  }

  /** Ends a paragraph or heading where Markdown does: on the last of its lines. */
  closeMarkdownText(): void {
    this.#endText(Infinity);
  }

  #endText(lastLine: number): void {
    const open = this.#text;
    if (open === undefined) return;
    this.#text = undefined;
    const lines = open.lines && ([open.lines[0], Math.min(open.lines[1], lastLine)] as const);
    const blocks = within(this.#textBlocks(open), lines);
    this.#addAll(blocks);
  }

  finish(): Block[] {
    this.endText();
    while (this.#stack.length > 1) this.#closeTop();
    return this.#root.blocks;
  }

  #textBlocks({ kind, run }: OpenText): Block[] {
    const pieces = run.finish(this.line);
    if (kind.type === "paragraph") {
      return run.hasPicture ? picturesAndText(pieces, this.top.kind !== "item") : paragraph(pieces);
    }
    if (kind.type === "heading") {
      const { children, lines } = textOf(pieces);
      return children.length === 0 ? [] : [{ type: "heading", lines, level: kind.level, children }];
    }
    const text = codeText(pieces.map(({ inline }) => inline)).replace(/^\n|\n\s*$/g, "");
    const { lines } = textOf(pieces);
    const language = kind.language === undefined ? {} : { language: kind.language };
    return text.trim() === "" ? [] : [{ type: "code", lines, ...language, text }];
  }

  /** The container that takes the next block: a list takes it in an item, a table in a cell. */
  #place(): Container {
    if (this.top.kind === "list") this.open("item", "li", "html");
    if (this.top.kind === "table") this.open("row", "tr", "html");
    if (this.top.kind === "row") this.open("cell", "td", "html");
    return this.top;
  }

  #closeTo(index: number): void {
    while (this.#stack.length > index) this.#closeTop();
  }

  #closeTop(): void {
    this.endText();
    const container = this.#stack.length > 1 ? this.#stack.pop() : undefined;
    if (container === undefined) return;
    const inner = (container.parts.at(-1) ?? container.blocks.at(-1))?.lines[1];
    const [first, last] = container.lines;
    container.lines =
      container.by === "html"
        ? [first, Math.max(first, this.line, inner ?? first)]
        : [first, Math.max(first, Math.min(last, inner ?? last))];
    if (container.kind === "item" || container.kind === "row" || container.kind === "cell") {
      this.top.parts.push(container);
    } else if (container.kind === "caption") this.#caption(container);
    else {
      this.#addAll(blocksOf(container));
    }
  }

  /** One by one: a call takes only so many arguments. */
  #addAll(blocks: readonly Block[]): void {
    if (blocks.length === 0) return;
    const { blocks: placed } = this.#place();
    for (const block of blocks) placed.push(block);
  }

  /** A caption belongs to the picture before it, or to the one that follows in the same element. */
  #caption({ blocks, lines }: Container): void {
    const top = this.top.kind === "table" ? this.top : this.#place();
    const before = top.blocks.at(-1);
    const text = blocks.every(({ type }) => type === "paragraph") ? blocks : undefined;
    if (text !== undefined && before?.type === "figure" && before.caption === undefined) {
      top.blocks[top.blocks.length - 1] = withCaption(before, text, lines);
    } else if (text !== undefined && top.kind === "figure" && top.blocks.length === 0) {
      for (const block of text) top.caption.push(block);
    } else for (const block of blocks) top.blocks.push(block);
  }
}

function containerOf(
  kind: ContainerKind,
  name: string,
  by: Container["by"],
  { start, isHead, align }: Opening,
  lines: LineRange,
): Container {
  return { kind, name, by, lines, blocks: [], parts: [], caption: [], start, isHead, align };
}

/** Blocks that fill a range of lines: the first begins and the last ends with it. */
function within(blocks: Block[], lines: LineRange | undefined): Block[] {
  const [first] = blocks;
  if (lines === undefined || first === undefined) return blocks;
  blocks[0] = onLines(first, lines[0], first.lines[1]);
  const last = blocks.at(-1) ?? first;
  blocks[blocks.length - 1] = onLines(last, last.lines[0], lines[1]);
  return blocks;
}

function onLines(block: Block, first: number, last: number): Block {
  const [from, to] = block.lines;
  return from === first && to === last ? block : { ...block, lines: [first, last] };
}
