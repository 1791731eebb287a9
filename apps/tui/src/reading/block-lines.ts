import { displayWidth, type Block, type Figure } from "@broadsheet/core/view";
import { emptyRow, flow, flowEndingAt, moved, rule, type Piece, type Row } from "../rows/row.ts";
import { words } from "../words/words.ts";
import { codeLines, wrappedCode } from "./code-lines.ts";
import { alignedLines, areRightToLeft } from "./direction.ts";
import type { Marker } from "./marker.ts";
import { inlineText, joined, styled, withMatches, type StyledText } from "./styled-text.ts";
import { tableLines } from "./table-lines.ts";

/**
 * Room for a block: columns, the article's language for the dictionaries that break its lines, and what is
 * marked in it.
 */
export type Measure = {
  readonly columns: number;
  readonly language?: string;
  readonly marker?: Marker;
  /** Whether code may be wider than the columns, since it can be scrolled sideways. */
  readonly scrollsCode?: true;
  /** Whether it is read aloud: then nothing is said by standing under something else. */
  readonly isSpoken?: true;
};

/** Fewest columns in which nested quotations and lists are still indented. */
const minColumns = 16;

/** The space before a block, by its place among others: a row between things of a kind, two before a heading. */
export function spaceBefore(block: Block, index: number): readonly Row[] {
  if (index === 0) return [];
  return block.type === "heading" ? [emptyRow, emptyRow] : [emptyRow];
}

/** Blocks as rows. */
export function blocksLines(blocks: readonly Block[], measure: Measure): readonly Row[] {
  return blocks.flatMap((block, index) => [
    ...spaceBefore(block, index),
    ...blockLines(block, measure),
  ]);
}

/** One block as rows, without space around it. */
export function blockLines(block: Block, measure: Measure): readonly Row[] {
  const { columns } = measure;
  switch (block.type) {
    case "paragraph":
      return wrapped(inlineText(block.children), measure);
    case "heading":
      return wrapped(inlineText(block.children, { bold: true }), measure);
    case "figure":
      return figureLines(block, measure);
    case "quote":
      return quoteLines(block.children, measure);
    case "list":
      return listLines(block, measure);
    case "code":
      return measure.scrollsCode === true
        ? codeLines(block.text)
        : wrappedCode(block.text, columns);
    case "table":
      return tableLines(block, measure);
    case "rule":
      return [
        flow(Math.max(0, Math.floor((columns - displayWidth(words.breakMark)) / 2)), [
          words.breakMark,
          { dim: true },
        ]),
      ];
  }
}

/** A text in lines, with what is searched for. */
export function wrapped(text: StyledText, { columns, language, marker }: Measure): readonly Row[] {
  return alignedLines(withMatches(text, marker), columns, language);
}

/** In the place of a picture: its caption, and after it who made it. */
function figureLines(figure: Figure, measure: Measure): readonly Row[] {
  const caption = figure.caption ?? (figure.alt || words.picture);
  const credit = figure.creditText === undefined ? "" : `  ${figure.creditText}`;
  const text = joined([
    styled(caption, { italic: true, dim: true }),
    styled(credit, { dim: true }),
  ]);
  return wrapped(text, measure);
}

function quoteLines(children: readonly Block[], measure: Measure): readonly Row[] {
  const inner = indented(measure, 2);
  const indent = measure.columns - inner.columns;
  const rows = blocksLines(children, inner);
  if (indent === 0) return rows;
  const bar = (column: number): Row => rule(column, 1, words.quoteBar, { dim: true });
  return areRightToLeft(children)
    ? rows.map((row) => [...row, ...bar(measure.columns - 1)])
    : rows.map((row) => [...bar(0), ...moved(row, indent)]);
}

type List = Extract<Block, { readonly type: "list" }>;

function listLines({ items, ordered, start }: List, measure: Measure): readonly Row[] {
  const mark = (index: number): string => (ordered ? `${start + index}.` : words.bullet);
  const widest = Math.max(0, ...items.map((_, index) => displayWidth(mark(index))));
  const inner = indented(measure, widest + 1);
  const indent = measure.columns - inner.columns;
  const isLoose = items.some((item) => item.filter((block) => block.type !== "list").length > 1);
  return items.flatMap((item, index) => {
    const fromRight = areRightToLeft(item);
    const [first = emptyRow, ...rest] = (
      isLoose ? blocksLines(item, inner) : item.flatMap((block) => blockLines(block, inner))
    ).map((row) => moved(row, fromRight ? 0 : indent));
    const point: Piece = [mark(index), { dim: true }];
    const marked =
      indent === 0
        ? first
        : fromRight
          ? [...first, ...flowEndingAt(measure.columns, point)]
          : [...flow(0, point), ...first];
    return isLoose && index > 0 ? [emptyRow, marked, ...rest] : [marked, ...rest];
  });
}

/** The room inside something that is indented; very narrow columns are not narrowed further. */
function indented(measure: Measure, columns: number): Measure {
  return measure.columns - columns < minColumns
    ? measure
    : { ...measure, columns: measure.columns - columns };
}
