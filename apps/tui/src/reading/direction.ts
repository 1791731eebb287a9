import type { Block } from "@broadsheet/core/view";
import { moved, rowWidth, type Row } from "../rows/row.ts";
import { inlineText, wrapStyled, type StyledText } from "./styled-text.ts";

const letter = /\p{L}/u;

/** Letters of the scripts that are written from right to left. */
const rightToLeftLetter =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Samr}\p{sc=Mand}\p{sc=Rohg}\p{sc=Adlm}]/u;

/**
 * Whether a text runs from right to left: its first letter says so (rules P2 and P3 of the Unicode
 * Bidirectional Algorithm). The order of letters in a line is the terminal's work; where the line begins is ours.
 */
export function isRightToLeft(text: string): boolean {
  const [first = ""] = letter.exec(text) ?? [];
  return rightToLeftLetter.test(first);
}

/** Whether the first text in some blocks runs from right to left. */
export function areRightToLeft([first]: readonly Block[]): boolean {
  if (first?.type === "paragraph" || first?.type === "heading")
    return isRightToLeft(inlineText(first.children).text);
  if (first?.type === "quote") return areRightToLeft(first.children);
  return first?.type === "list" && areRightToLeft(first.items[0] ?? []);
}

/** A text in lines that begin at the side where it is begun to be read. */
export function alignedLines(
  source: StyledText,
  columns: number,
  language?: string,
): readonly Row[] {
  const rows = wrapStyled(source, columns, language);
  return isRightToLeft(source.text) ? rows.map((row) => endingAt(columns, row)) : rows;
}

/** A row moved to the right as far as there is room. */
export function endingAt(columns: number, row: Row): Row {
  return moved(row, Math.max(0, columns - rowWidth(row)));
}
