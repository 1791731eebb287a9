import { displayWidth } from "@broadsheet/core/view";
import { flow, type Row } from "../rows/row.ts";

const indent = 2;
const tabColumns = 4;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Code as it was written, indented; a line that is too long goes on in the next row. */
export function codeLines(code: string, columns: number): readonly Row[] {
  return code
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line) =>
      chopped(line.replaceAll("\t", " ".repeat(tabColumns)), Math.max(1, columns - indent)),
    )
    .map((line) => flow(indent, [line, { accent: true }]));
}

/** A line in pieces of at most so many columns, cut between graphemes. */
function chopped(line: string, columns: number): readonly string[] {
  if (displayWidth(line) <= columns) return [line];
  const pieces: string[] = [];
  let piece = "";
  let width = 0;
  for (const { segment } of graphemes.segment(line)) {
    const wide = displayWidth(segment);
    if (width > 0 && width + wide > columns) {
      pieces.push(piece);
      piece = "";
      width = 0;
    }
    piece += segment;
    width += wide;
  }
  return [...pieces, piece];
}
