import { cleanText, displayWidth, visibleText } from "@broadsheet/core";
import { readSourceLine } from "@broadsheet/core/node";

/** A line of an article's file as it may be shown, and where in it a problem is. */
export type SourceLine = {
  /** Cleaned, and cut to the columns asked for. */
  readonly text: string;
  /** Columns before the place. Absent when the whole line is meant. */
  readonly caretColumn?: number;
};

/** A line of a file, from 1, for a report: of a long one the part around the place. Undefined when it cannot be read. */
export function sourceLine(
  folder: string,
  path: string,
  line: number,
  column: number | undefined,
  columns: number,
): SourceLine | undefined {
  const raw = readSourceLine(folder, path, line);
  if (raw === undefined || raw.trim() === "") return undefined;
  const shown = (text: string): string => visibleText(cleanText(text)).replaceAll(/[\n\t]/g, " ");
  if (column === undefined) return { text: firstColumns(shown(raw), columns) };
  const before = lastColumns(shown(raw.slice(0, column - 1)), Math.floor(columns / 2));
  const caretColumn = displayWidth(before);
  return {
    text: before + firstColumns(shown(raw.slice(column - 1)), columns - caretColumn),
    caretColumn,
  };
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function firstColumns(text: string, columns: number): string {
  let cut = "";
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += displayWidth(segment);
    if (width > columns) break;
    cut += segment;
  }
  return cut;
}

/** The end of a text; with an ellipsis before it when it is not the whole. */
function lastColumns(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const all = Array.from(graphemes.segment(text), ({ segment }) => segment);
  let cut = "";
  let width = 1;
  for (const segment of all.toReversed()) {
    width += displayWidth(segment);
    if (width > columns) break;
    cut = segment + cut;
  }
  return `…${cut}`;
}
