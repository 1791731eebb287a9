import type { Block, Figure, Inline, LineRange } from "./block.ts";
import { isBlank, mergeText, trimInlines } from "./inlines.ts";
import type { Piece } from "./text-run.ts";

type Picture = Extract<Inline, { type: "image" }>;

/**
 * A paragraph's pieces as blocks. Lines of nothing but pictures are figures, as authors write a caption
 * straight below its picture; so are pictures before the first word, which only float beside it.
 *
 * @param floats whether pictures before the first word are figures too.
 */
export function picturesAndText(pieces: readonly Piece[], floats: boolean): Block[] {
  const blocks: Block[] = [];
  let text: Piece[] = [];
  for (const line of linesOf(pieces)) {
    const isFirst = blocks.length === 0 && text.every(({ inline }) => isBlank(inline));
    const pictures = leadingPictures(line);
    const isWhole = pictures === line.length;
    if (pictures > 0 && (isWhole || (isFirst && floats))) {
      const found = line.slice(0, pictures).flatMap(figures);
      for (const block of [...paragraph(text), ...found]) blocks.push(block);
      text = line.slice(pictures);
    } else for (const piece of line) text.push(piece);
  }
  return [...blocks, ...paragraph(text)];
}

/** The text of pieces, and the lines from the first to the last that can be seen. */
export function textOf(pieces: readonly Piece[]): { children: Inline[]; lines: LineRange } {
  const first = pieces.find(({ inline }) => !isBlank(inline))?.first ?? 1;
  const last = pieces.findLast(({ inline }) => !isBlank(inline))?.last ?? first;
  return {
    children: trimInlines(mergeText(pieces.map(({ inline }) => inline))),
    lines: [first, last],
  };
}

/** A text without pictures as a paragraph; none when nothing of it can be seen. */
export function paragraph(pieces: readonly Piece[]): Block[] {
  const { children, lines } = textOf(pieces);
  return children.length === 0 ? [] : [{ type: "paragraph", lines, children }];
}

/** Pieces by the lines they stand on, each with the line end after it. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    lines.at(-1)?.push(piece);
    if (endsLine(piece.inline)) lines.push([]);
  }
  return lines;
}

function endsLine(inline: Inline): boolean {
  return inline.type === "break" || (inline.type === "text" && inline.text === "\n");
}

/** How many pieces are pictures and the spaces around them; 0 when none is a picture. */
function leadingPictures(line: readonly Piece[]): number {
  let pictures = 0;
  for (const [index, { inline }] of line.entries()) {
    const isPicture = isOnlyPictures(inline);
    if (!isPicture && !isBlank(inline)) return pictures === 0 ? 0 : index;
    if (isPicture) pictures++;
  }
  return pictures === 0 ? 0 : line.length;
}

/** Whether a piece is a picture, or a link or emphasis around nothing else. */
function isOnlyPictures(inline: Inline): boolean {
  if (inline.type === "image") return true;
  return (
    "children" in inline &&
    inline.children.some(isOnlyPictures) &&
    inline.children.every((child) => isOnlyPictures(child) || isBlank(child))
  );
}

function figures({ inline, first, last }: Piece): Block[] {
  return picturesIn(inline).map((picture) => ({
    type: "figure",
    ...figureOf(picture, [first, last]),
  }));
}

/** A picture of a text as a figure. */
export function figureOf({ url, alt, caption }: Picture, lines: LineRange): Figure {
  return { lines, url, alt, ...(caption === undefined ? {} : { caption }) };
}

/** The pictures in a piece of text, in order. */
export function picturesIn(inline: Inline): readonly Picture[] {
  if (inline.type === "image") return [inline];
  return "children" in inline ? inline.children.flatMap(picturesIn) : [];
}
