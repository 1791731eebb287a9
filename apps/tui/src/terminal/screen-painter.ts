import { columnSequence, cursorTo, sequences } from "./control-sequences.ts";

/** A whole screen: a string for each row, ready for the terminal, and where the cursor stands if it is seen. */
export type Frame = {
  readonly rows: readonly string[];
  readonly cursor?: { readonly row: number; readonly column: number };
};

/** Brings frames to the terminal; it is the only thing that writes while the screen is ours. */
export type ScreenPainter = {
  /** Writes the rows that differ from those shown, in one update that the terminal shows at once. */
  readonly paint: (frame: Frame) => void;
  /** Nothing is known any more of what the terminal shows; the next frame is written whole. */
  readonly forget: () => void;
};

/** Where a row begins to differ from the one shown: the last column that both go to after the same beginning. */
function changed(row: string, before: string): { readonly column: number; readonly rest: string } {
  let same = 0;
  while (same < row.length && row.charCodeAt(same) === before.charCodeAt(same)) same++;
  const step = [...row.slice(0, same).matchAll(columnSequence)].at(-1);
  if (step === undefined) return { column: 0, rest: row };
  return { column: Number(step[1]) - 1, rest: row.slice(step.index + step[0].length) };
}

export function createScreenPainter(write: (bytes: string) => void): ScreenPainter {
  let shown: readonly string[] | undefined;
  let cursorShown = "";

  return {
    paint({ rows, cursor }) {
      let bytes = shown === undefined ? sequences.plainText + sequences.clearScreen : "";
      for (const [index, row] of rows.entries()) {
        const before = shown?.[index] ?? "";
        if (row === before) continue;
        const { column, rest } = changed(row, before);
        bytes += cursorTo(index, column);
        if (before !== "") bytes += sequences.clearToLineEnd;
        bytes += rest;
      }
      const cursorNow =
        cursor === undefined
          ? sequences.hideCursor
          : cursorTo(cursor.row, cursor.column) + sequences.showCursor;
      shown = rows;
      if (bytes === "" && cursorNow === cursorShown) return;
      // The cursor is placed last in every update: writing rows has moved it.
      write(sequences.beginUpdate + bytes + cursorNow + sequences.endUpdate);
      cursorShown = cursorNow;
    },
    forget() {
      shown = undefined;
      cursorShown = "";
    },
  };
}
