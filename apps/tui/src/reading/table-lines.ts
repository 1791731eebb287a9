import { displayWidth, type Block, type Inline } from "@broadsheet/core/view";
import { emptyRow, moved, rowWidth, rule, type Row } from "../rows/row.ts";
import { words } from "../words/words.ts";
import type { Measure } from "./block-lines.ts";
import {
  inlineText,
  joined,
  styled,
  withMatches,
  wrapStyled,
  type StyledText,
} from "./styled-text.ts";

type Table = Extract<Block, { readonly type: "table" }>;
type Cells = readonly (readonly Inline[])[];

/** Columns between the columns of a table. */
const gap = 2;

/** Narrowest column that can be read; a table that cannot give each this much becomes records. */
const minCellColumns = 8;

/** A table that fits, with its widest columns narrowed as far as needed; otherwise one record for each row. */
export function tableLines(table: Table, measure: Measure): readonly Row[] {
  if (measure.isSpoken === true) return spokenLines(table, measure);
  const widths = columnWidths([table.head, ...table.rows], measure.columns);
  if (widths === undefined) return recordLines(table, measure);
  const line = (cells: Cells, bold: boolean): readonly Row[] =>
    cellLines(cells, widths, table.align, bold, measure);
  const rules = widths.flatMap((width, index) =>
    rule(startOf(widths, index), width, words.thinRule, { dim: true }),
  );
  return [...line(table.head, true), rules, ...table.rows.flatMap((cells) => line(cells, false))];
}

/** How wide each column becomes; undefined when there is no room for all of them. */
function columnWidths(rows: readonly Cells[], columns: number): readonly number[] | undefined {
  const count = Math.max(...rows.map((cells) => cells.length));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(1, ...rows.map((cells) => widestLine(inlineText(cells[index] ?? []).text))),
  );
  let excess = widths.reduce((sum, width) => sum + width, (count - 1) * gap) - columns;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= minCellColumns) return undefined;
    const next = Math.max(minCellColumns, ...widths.filter((width) => width < widest));
    const shared = widths.filter((width) => width === widest).length;
    // All of the widest give the same, down to the next one at most.
    const give = Math.min(widest - next, Math.ceil(excess / shared));
    for (const [index, width] of widths.entries()) {
      if (width === widest) widths[index] = width - Math.max(1, give);
    }
    excess -= shared * Math.max(1, give);
  }
  return widths;
}

function widestLine(text: string): number {
  return Math.max(...text.split("\n").map(displayWidth));
}

function startOf(widths: readonly number[], index: number): number {
  return widths.slice(0, index).reduce((sum, width) => sum + width + gap, 0);
}

function cellLines(
  cells: Cells,
  widths: readonly number[],
  align: Table["align"],
  bold: boolean,
  { language, marker }: Measure,
): readonly Row[] {
  const wrapped = widths.map((width, index) =>
    wrapStyled(
      withMatches(inlineText(cells[index] ?? [], bold ? { bold: true } : {}), marker),
      width,
      language,
    ),
  );
  const height = Math.max(...wrapped.map((rows) => rows.length));
  return Array.from({ length: height }, (_, at) =>
    wrapped.flatMap((rows, index) => {
      const row = rows[at] ?? emptyRow;
      const room = (widths[index] ?? 0) - rowWidth(row);
      const shift =
        align[index] === "right" ? room : align[index] === "center" ? Math.floor(room / 2) : 0;
      return moved(row, startOf(widths, index) + Math.max(0, shift));
    }),
  );
}

/** Each row of the table as lines of `head: cell`. */
function recordLines(
  { head, rows }: Table,
  { columns, language, marker }: Measure,
): readonly Row[] {
  return rows.flatMap((cells, row) => {
    const lines = cells.flatMap((cell, index) =>
      wrapStyled(withMatches(namedCell(head[index] ?? [], cell), marker), columns, language),
    );
    return row > 0 ? [emptyRow, ...lines] : lines;
  });
}

/** Each row of the table as one line, without its empty cells: `head: cell; head: cell`. */
function spokenLines({ head, rows }: Table, { columns, marker }: Measure): readonly Row[] {
  return rows.flatMap((cells) => {
    const named = cells.flatMap((cell, index) =>
      inlineText(cell).text.trim() === "" ? [] : [namedCell(head[index] ?? [], cell)],
    );
    const line = joined(
      named.flatMap((cell, index) => (index > 0 ? [styled("; "), cell] : [cell])),
    );
    return wrapStyled(withMatches(line, marker), columns);
  });
}

function namedCell(head: readonly Inline[], cell: readonly Inline[]): StyledText {
  const name = inlineText(head, { bold: true });
  const value = inlineText(cell);
  return name.text === "" ? value : joined([name, styled(": "), value]);
}
