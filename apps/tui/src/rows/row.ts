import { cutText, displayWidth } from "@broadsheet/core/view";

/** How a piece of text looks. Weight carries the meaning; colour only repeats it. */
export type Tone = {
  readonly bold?: true;
  readonly dim?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly struck?: true;
  /** What is searched for. */
  readonly match?: true;
  /** The one colour: sections, matches, the selection bar. */
  readonly accent?: true;
  /** Code, which is scrolled sideways where it is too wide. */
  readonly code?: true;
  /** What went wrong. */
  readonly alert?: true;
  /** The address that the text leads to. */
  readonly link?: string;
};

/** A piece of a row: cleaned text at a column, counted from 0. */
export type Span = { readonly column: number; readonly text: string; readonly tone: Tone };

/** One row of the screen, or of a pane of it: pieces from left to right that do not overlap. */
export type Row = readonly Span[];

/** A text with its look, not yet placed. */
export type Piece = readonly [text: string, tone?: Tone];

const plain: Tone = {};

/** A row with nothing in it. */
export const emptyRow: Row = [];

/** Pieces side by side, from a column on; empty ones are left out. */
export function flow(column: number, ...pieces: readonly Piece[]): Row {
  const row: Span[] = [];
  let at = column;
  for (const [text, tone = plain] of pieces) {
    if (text === "") continue;
    row.push({ column: at, text, tone });
    at += displayWidth(text);
  }
  return row;
}

/** Pieces that end before a column. */
export function flowEndingAt(column: number, ...pieces: readonly Piece[]): Row {
  return flow(column - pieces.reduce((sum, [text]) => sum + displayWidth(text), 0), ...pieces);
}

/** Pieces side by side in so many columns; the one that goes beyond is cut, and those after it left out. */
export function flowWithin(column: number, columns: number, ...pieces: readonly Piece[]): Row {
  return flow(column, ...piecesWithin(columns, pieces));
}

/** Pieces that take so many columns at most; the one that goes beyond is cut, and those after it left out. */
export function piecesWithin(columns: number, pieces: readonly Piece[]): readonly Piece[] {
  const fitting: Piece[] = [];
  let room = columns;
  for (const [text, tone] of pieces) {
    const cut = cutText(text, room);
    fitting.push(tone === undefined ? [cut] : [cut, tone]);
    room -= displayWidth(text);
    if (room <= 0) break;
  }
  return fitting;
}

/** A line of one character over so many columns. */
export function rule(column: number, columns: number, character: string, tone: Tone): Row {
  return columns > 0 ? [{ column, text: character.repeat(columns), tone }] : emptyRow;
}

/** A row moved to the right. */
export function moved(row: Row, columns: number): Row {
  return columns === 0 ? row : row.map((span) => ({ ...span, column: span.column + columns }));
}

/** The column after the last character. */
export function rowWidth(row: Row): number {
  return row.reduce((end, { column, text }) => Math.max(end, column + displayWidth(text)), 0);
}

/** A row as plain text, without its looks. */
export function rowText(row: Row): string {
  let text = "";
  for (const span of row)
    text = text.padEnd(text.length + span.column - displayWidth(text)) + span.text;
  return text;
}
