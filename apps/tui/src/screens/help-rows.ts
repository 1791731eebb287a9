import type { Context } from "../commands/commands.ts";
import { helpLines, type HelpLine } from "../commands/help-lines.ts";
import { styled, wrapStyled } from "../reading/styled-text.ts";
import { emptyRow, flow, moved, type Row } from "../rows/row.ts";

/** Columns for the keys, before what they do. */
const keyColumns = 26;

/** Where there are fewer, what keys do stands under them. */
const sideBySideFrom = 60;

/** Columns by which it is then moved to the right. */
const indent = 3;

/** Every key and what it does, beginning with those of a place, in rows of so many columns: nothing is cut. */
export function helpRows(from: Context, columns: number): readonly Row[] {
  return helpLines(from).flatMap((line) => lineRows(line, columns - 1).map((row) => moved(row, 1)));
}

function lineRows(line: HelpLine, columns: number): readonly Row[] {
  if (line.type === "space") return [emptyRow];
  if (line.type === "title") return wrapStyled(styled(line.text, { bold: true }), columns);
  const isNarrow = columns < sideBySideFrom;
  const start = isNarrow ? indent : keyColumns + 2;
  const keys = keyRows(line.keys, isNarrow ? columns : keyColumns);
  const text = wrapStyled(styled(line.text, { dim: true }), Math.max(1, columns - start)).map(
    (row) => moved(row, start),
  );
  if (isNarrow) return [...keys, ...text];
  return Array.from({ length: Math.max(keys.length, text.length) }, (_, index) => [
    ...(keys[index] ?? emptyRow),
    ...(text[index] ?? emptyRow),
  ]);
}

/** Keys side by side, as many in a row as fit. */
function keyRows(keys: string, columns: number): readonly Row[] {
  const lines: string[] = [];
  for (const key of keys.split("  ")) {
    const longer = `${lines.at(-1) ?? ""}  ${key}`;
    if (lines.length > 0 && longer.length <= columns) lines.splice(-1, 1, longer);
    else lines.push(key);
  }
  return lines.flatMap((line) =>
    line.length <= columns ? [flow(0, [line])] : wrapStyled(styled(line), Math.max(1, columns)),
  );
}
