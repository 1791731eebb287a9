import type { IBufferCell, Terminal } from "@xterm/headless";

/** Pixels of a cell of the terminal in the picture. */
const cellWidth = 8.43;
const cellHeight = 18;
const margin = 16;

/** Cells beside each other that look the same and can be set as one text. */
type Run = {
  column: number;
  columns: number;
  text: string;
  readonly look: string;
  readonly isPlain: boolean;
};

/** The ground of a terminal, and the letters that have no colour of their own. */
const grounds = {
  dark: { ground: "#14181a", letters: "#dfe5e3" },
  light: { ground: "#fbfaf6", letters: "#1d2426" },
} as const;

export type Ground = keyof typeof grounds;

/** A picture (SVG) of what a terminal shows. */
export function picture(terminal: Terminal, title: string, on: Ground): string {
  const { ground, letters } = grounds[on];
  const width = Math.round(terminal.cols * cellWidth + 2 * margin);
  const height = terminal.rows * cellHeight + 2 * margin;
  const rows = Array.from({ length: terminal.rows }, (_, row) => rowOf(terminal, row));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono','Noto Sans Khmer','Noto Sans CJK JP',monospace;fill:${letters};white-space:pre}.b{font-weight:700}.i{font-style:italic}.u{text-decoration:underline}</style>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${ground}"/>`,
    ...rows,
    "</svg>",
    "",
  ].join("\n");
}

function rowOf(terminal: Terminal, row: number): string {
  const y = margin + row * cellHeight + 13;
  return runsOf(terminal, row)
    .map(({ column, columns, text, look, isPlain }) => {
      const x = (margin + column * cellWidth).toFixed(1);
      // The length keeps columns straight whatever font the reader has.
      const length = (columns * cellWidth).toFixed(1);
      const adjust = isPlain ? "" : ' lengthAdjust="spacingAndGlyphs"';
      return `<text x="${x}" y="${y}" textLength="${length}"${adjust}${look}>${escaped(text)}</text>`;
    })
    .join("");
}

function runsOf(terminal: Terminal, row: number): readonly Run[] {
  const line = terminal.buffer.active.getLine(row);
  const runs: Run[] = [];
  for (let column = 0; column < terminal.cols; column++) {
    const cell = line?.getCell(column);
    const text = cell?.getChars() ?? "";
    if (cell === undefined || text.trim() === "") continue;
    const look = lookOf(cell);
    const isPlain = /^[\x21-\x7e\u00a0-\u024f\u2010-\u2027▌·]$/.test(text);
    const last = runs.at(-1);
    // Words of a text stand a space apart; more than that is another column.
    const gap = last === undefined ? Infinity : column - last.column - last.columns;
    const isNext = gap === 0 || (gap === 1 && isPlain);
    if (last?.look === look && last.isPlain === isPlain && isNext) {
      last.text += " ".repeat(gap) + text;
      last.columns += gap + cell.getWidth();
    } else runs.push({ column, columns: cell.getWidth(), text, look, isPlain });
  }
  return runs;
}

function lookOf(cell: IBufferCell): string {
  const names = [cell.isBold() && "b", cell.isItalic() && "i", cell.isUnderline() && "u"].filter(
    Boolean,
  );
  const colour = cell.isFgRGB()
    ? cell.getFgColor().toString(16).padStart(6, "0")
    : cell.isFgPalette()
      ? greyOf(cell.getFgColor())
      : undefined;
  return [
    names.length > 0 ? ` class="${names.join(" ")}"` : "",
    colour === undefined ? "" : ` style="fill:#${colour}"`,
  ].join("");
}

/** One of the greys among the 256 colours (xterm, 256colres.h); of these only greys are used beside true colours. */
function greyOf(index: number): string {
  return (8 + 10 * (index - 232)).toString(16).padStart(2, "0").repeat(3);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
