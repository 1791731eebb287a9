import { displayWidth } from "../text/display-width.ts";
import type { Block, Figure, LineRange } from "./block.ts";
import { signOff, splitCredit } from "./credit.ts";
import { inlineText } from "./inlines.ts";

/** Widest caption, in columns: a paragraph of the text is rarely shorter, a caption never longer. */
const maxCaptionColumns = 400;

/** Widest caption straight below its picture that names nobody. */
const maxPlainCaptionColumns = 200;

type Paragraph = Extract<Block, { type: "paragraph" }>;

/**
 * Gives each picture the caption that follows it: a short paragraph that ends with a credit, that is set
 * apart by emphasis as a whole, or that stands on the line below the picture without a blank one between.
 * Any other paragraph after a picture is text.
 *
 * @param apart whether blank lines part the blocks, so that their absence says something.
 */
export function withCaptions(blocks: readonly Block[], apart: boolean): Block[] {
  return blocks.some(holdsFigure) ? captioned(blocks, apart) : [...blocks];
}

function holdsFigure(block: Block): boolean {
  if (block.type === "figure") return true;
  if (block.type === "quote") return block.children.some(holdsFigure);
  return block.type === "list" && block.items.some((item) => item.some(holdsFigure));
}

function captioned(blocks: readonly Block[], apart: boolean): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const figure = result.at(-1);
    const whole =
      figure?.type === "figure" && block.type === "paragraph"
        ? captionedBy(figure, block, apart)
        : undefined;
    if (whole === undefined) result.push(inside(block, apart));
    else result[result.length - 1] = { type: "figure", ...whole };
  }
  return result;
}

function inside(block: Block, apart: boolean): Block {
  if (block.type === "quote") return { ...block, children: captioned(block.children, apart) };
  if (block.type !== "list") return block;
  return { ...block, items: block.items.map((item) => captioned(item, apart)) };
}

function captionedBy(
  figure: Figure,
  { children, lines }: Paragraph,
  apart: boolean,
): Figure | undefined {
  const text = inlineText(children);
  if (figure.creditText !== undefined || text === "" || hasPicture(children)) return undefined;
  if (text.length > maxCaptionColumns || displayWidth(text) > maxCaptionColumns) return undefined;
  const { caption, creditText } = splitCredit(text);
  const [only] = children;
  const emphasised = children.length === 1 && only?.type === "emphasis";
  const below = apart && lines[0] === figure.lines[1] + 1 && lines[1] === lines[0];
  const plain = below && displayWidth(text) <= maxPlainCaptionColumns;
  const credited = creditText !== undefined && !signOff.test(text);
  if (!credited && !emphasised && !plain) return undefined;
  return {
    lines: [figure.lines[0], lines[1]],
    url: figure.url,
    alt: figure.alt,
    ...(caption === undefined ? captionOf(figure) : { caption }),
    ...(creditText === undefined ? {} : { creditText }),
  };
}

function captionOf({ caption }: Figure): Pick<Figure, "caption"> {
  return caption === undefined ? {} : { caption };
}

/** A picture with the caption that an element gives it, on the lines of both. */
export function withCaption(
  figure: Extract<Block, { type: "figure" }>,
  caption: readonly Block[],
  lines: LineRange,
): Extract<Block, { type: "figure" }> {
  const { url, alt } = figure;
  const text = caption
    .map((block) => (block.type === "paragraph" ? inlineText(block.children) : ""))
    .join(" ");
  const first = Math.min(figure.lines[0], lines[0]);
  const last = Math.max(figure.lines[1], lines[1]);
  return { type: "figure", lines: [first, last], url, alt, ...splitCredit(text) };
}

function hasPicture(children: Paragraph["children"]): boolean {
  return children.some(({ type }) => type === "image");
}
