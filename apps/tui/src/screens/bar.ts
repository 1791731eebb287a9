import { displayWidth } from "@broadsheet/core/view";
import { flow, flowEndingAt, piecesWithin, type Piece, type Row } from "../rows/row.ts";

/** A row with something at its left end and something at its right end. */
export type Bar = { readonly left: readonly Piece[]; readonly right: readonly Piece[] };

/** The columns that pieces take side by side. */
export function piecesWidth(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, [text]) => sum + displayWidth(text), 0);
}

/** A bar as a row of so many columns; where they are too few, what is at the left is cut first. */
export function barRow({ left, right }: Bar, columns: number): Row {
  const end = piecesWithin(columns, right);
  const room = columns - piecesWidth(end);
  return [...flow(0, ...piecesWithin(room, left)), ...flowEndingAt(columns, ...end)];
}
