import { displayWidth } from "@broadsheet/core/view";
import { emptyRow, flow, rowWidth, type Row } from "../rows/row.ts";
import { words } from "../words/words.ts";

const indent = 2;
const tabColumns = 4;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Code as it was written, indented, each line in one row however wide: see `codeInView`. */
export function codeLines(code: string): readonly Row[] {
  return code
    .replace(/\n$/, "")
    .split("\n")
    .map((line) =>
      flow(indent, [line.replaceAll("\t", " ".repeat(tabColumns)), { accent: true, code: true }]),
    );
}

/** The same where nothing scrolls: a line that is too long goes on in the next row. */
export function wrappedCode(code: string, columns: number): readonly Row[] {
  const room = Math.max(1, columns - indent);
  return codeLines(code).flatMap((row) => {
    const [span] = row;
    if (span === undefined || rowWidth(row) <= columns) return [row];
    const rows: Row[] = [];
    let rest = span.text;
    while (rest !== "") {
      const { text } = columnsOf(rest, 0, room);
      rows.push(flow(indent, [text, span.tone]));
      rest = rest.slice(text.length);
    }
    return rows;
  });
}

/** The part of a row of code from a column of its own on; other rows as they are. */
export function codeInView(row: Row, columns: number, from: number): Row {
  if (!row.some(({ tone }) => tone.code === true)) return row;
  return row.flatMap((span): Row => {
    const { column, text, tone } = span;
    const room = Math.max(1, columns - column);
    // Most code fits and is not scrolled.
    if (tone.code !== true || (from === 0 && text.length <= room && displayWidth(text) <= room))
      return [span];
    const isAfterMore = from > 0;
    const seen = columnsOf(text, isAfterMore ? from + 1 : 0, room - (isAfterMore ? 1 : 0));
    if (seen.isAfterEnd) return emptyRow;
    const shown = seen.isCut
      ? columnsOf(seen.text, 0, room - (isAfterMore ? 2 : 1)).text
      : seen.text;
    return flow(
      column,
      [isAfterMore ? words.more : "", { dim: true }],
      [shown, tone],
      [seen.isCut ? words.more : "", { dim: true }],
    );
  });
}

/** How far the code of some rows can be scrolled to the left before its end is in view, in columns. */
export function widestOverflow(rows: readonly Row[], columns: number): number {
  const spans = rows.flatMap((row) => row.filter(({ tone }) => tone.code === true));
  return Math.max(0, ...spans.map(({ column, text }) => column + displayWidth(text) - columns));
}

/** What of a text stands in so many columns from a column on, cut between graphemes. */
function columnsOf(
  text: string,
  from: number,
  columns: number,
): { readonly text: string; readonly isCut: boolean; readonly isAfterEnd: boolean } {
  let at = 0;
  let start: number | undefined = from === 0 ? 0 : undefined;
  for (const { segment, index } of graphemes.segment(text)) {
    const wide = displayWidth(segment);
    if (start === undefined && at >= from) start = index;
    // A grapheme that is wider than all the room still takes a row, or nothing would come to an end.
    if (start !== undefined && index > start && at + wide > from + columns)
      return { text: text.slice(start, index), isCut: true, isAfterEnd: false };
    at += wide;
  }
  return { text: text.slice(start ?? text.length), isCut: false, isAfterEnd: start === undefined };
}
