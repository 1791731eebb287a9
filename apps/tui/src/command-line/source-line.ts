import { cleanText, displayWidth, visibleText } from "@broadsheet/core/view";
import { readSourceLine } from "@broadsheet/core/node";

/** A line of an article's file as it may be shown, and where in it a problem is. */
export type SourceLine = {
  /** Safe to show, and cut to the columns asked for. */
  readonly text: string;
  /** The columns to be marked. Absent when the whole line is meant. */
  readonly mark?: { readonly column: number; readonly columns: number };
};

/** Where in a line a problem is: a column in UTF-16 units from 1, or what was seen there. */
export type LinePlace = {
  readonly column?: number | undefined;
  readonly value?: string | undefined;
};

/** Tabs reach to the next multiple of so many columns. */
const tabColumns = 4;

/** A line of a file, from 1, for a report: of a long one the part around the place. Undefined when it is empty or cannot be read. */
export function sourceLine(
  folder: string,
  path: string,
  line: number,
  place: LinePlace,
  columns: number,
): SourceLine | undefined {
  const raw = readSourceLine(folder, path, line);
  return raw === undefined || raw.trim() === "" ? undefined : markedLine(raw, place, columns);
}

/** A line as it stands in a file, made safe and cut, with the place marked. */
export function markedLine(
  raw: string,
  { column, value: seen = "" }: LinePlace,
  columns: number,
): SourceLine {
  // A long value is cut.
  const value = seen.replace(/…$/, "");
  const found = placeIn(raw, column, value);
  if ((column === undefined && value === "") || found < 0)
    return { text: firstColumns(shown(raw), columns) };
  const cells = shown(raw);
  const from = cells.findIndex(({ end }) => end > found);
  const first = from < 0 ? cells.length : from;
  const length = value !== "" && raw.startsWith(value, found) ? value.length : 1;
  const last = cells.findIndex(({ end }) => end >= found + length);
  const start = startOfView(cells, first, columns);
  const before = (start > 0 ? "…" : "") + textOf(cells.slice(start, first));
  const at = displayWidth(before);
  const marked = widthOf(cells.slice(first, last < 0 ? first + 1 : last + 1));
  return {
    text: before + firstColumns(cells.slice(first), columns - at),
    mark: { column: at, columns: Math.max(1, Math.min(marked, columns - at)) },
  };
}

/** Where the place begins, in UTF-16 units from 0: of a value in quotation marks, behind the first of them. */
function placeIn(raw: string, column: number | undefined, value: string): number {
  if (column === undefined) return raw.indexOf(value);
  const isQuoted = value !== "" && raw.startsWith(value, column);
  return isQuoted && /["'`]/.test(raw.charAt(column - 1)) ? column : column - 1;
}

/** A character as it is shown, its columns, and where it ends in the line, in UTF-16 units. */
type Cell = { readonly text: string; readonly width: number; readonly end: number };

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function shown(raw: string): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of graphemes.segment(raw)) {
    const text =
      segment === "\t"
        ? " ".repeat(tabColumns - (column % tabColumns))
        : visibleText(cleanText(segment).replaceAll("\n", "")) || named(segment);
    const width = displayWidth(text);
    cells.push({ text, width, end: index + segment.length });
    column += width;
  }
  return cells;
}

/** What is not shown as itself, by its name, `‹U+202E›`, so that it can be found. Joiners and the like stay unseen. */
function named(segment: string): string {
  return Array.from(segment, (character) =>
    cleanText(character) === "" || character === "\r" ? `‹${codePoint(character)}›` : "",
  ).join("");
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The first character shown: all are if the line fits, and otherwise a part of it before the place. */
function startOfView(cells: readonly Cell[], place: number, columns: number): number {
  const after = widthOf(cells.slice(place));
  const room = Math.max(Math.floor(columns / 2), columns - after);
  if (widthOf(cells.slice(0, place)) <= room) return 0;
  let start = place;
  let width = 1;
  while (start > 0 && width + (cells[start - 1]?.width ?? 0) <= room) {
    start--;
    width += cells[start]?.width ?? 0;
  }
  return start;
}

/** As much as there is room for, with an ellipsis after it when it is not the whole. */
function firstColumns(cells: readonly Cell[], columns: number): string {
  if (widthOf(cells) <= columns) return textOf(cells).trimEnd();
  let cut = "";
  let width = 1;
  for (const cell of cells) {
    width += cell.width;
    if (width > columns) break;
    cut += cell.text;
  }
  return `${cut}…`;
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join("");
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
