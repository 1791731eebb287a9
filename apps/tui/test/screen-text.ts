import { displayWidth } from "@broadsheet/core";
import { rowText, type Row } from "../src/rows/row.ts";
import type { Bar } from "../src/screens/bar.ts";
import { bodyRows } from "../src/screens/body.ts";
import type { State } from "../src/state/state.ts";

/** Rows as one reads them, without spaces at their ends. */
export function texts(rows: readonly Row[]): string[] {
  return rows.map((row) => rowText(row).trimEnd());
}

/** Everything between head and foot, without empty rows at its start and end. */
export function bodyText(state: State): string {
  return `\n${texts(bodyRows(state))
    .join("\n")
    .replace(/^\n+|\n+$/g, "")}\n`;
}

/** A bar as one reads it. */
export function barText({ left, right }: Bar, columns: number): string {
  const [start, end] = [left, right].map((pieces) => pieces.map(([text]) => text).join(""));
  return start + " ".repeat(Math.max(0, columns - displayWidth(`${start}${end}`))) + end;
}
