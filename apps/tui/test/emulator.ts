import unicode11 from "@xterm/addon-unicode11";
import headless from "@xterm/headless";
import { displayWidth } from "@broadsheet/core";

/** A terminal emulator, and what can be seen on it. */
export type Emulator = {
  readonly write: (bytes: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** What the emulator answers to questions of a program. */
  readonly onAnswer: (listener: (bytes: string) => void) => void;
  /** Resolves when everything written is on the screen. */
  readonly drawn: () => Promise<void>;
  /** The rows as text, without spaces at their ends. */
  readonly rows: () => readonly string[];
  /** Text and looks of every cell, for comparisons. */
  readonly cells: () => string;
  readonly cursor: () => { readonly row: number; readonly column: number };
  readonly isAlternate: () => boolean;
};

/** What a terminal may be set up for. */
export type EmulatorOptions = {
  /** Whether signs of ambiguous width take two cells, as in terminals for Chinese, Japanese or Korean. */
  readonly hasWideSigns?: boolean;
};

/** Widths of characters as such a terminal has them; marks are not joined to what they stand on. */
const wideSigns = {
  version: "wide signs",
  wcwidth: (code: number): 0 | 1 | 2 =>
    isAmbiguous(code) ? 2 : (([0, 1, 2] as const)[displayWidth(String.fromCodePoint(code))] ?? 1),
  // How the emulator packs a width (UnicodeService.createPropertyValue).
  charProperties: (code: number): number => wideSigns.wcwidth(code) << 1,
};

/** Of the characters that are Ambiguous in EastAsianWidth.txt those that stand on our screens. */
function isAmbiguous(code: number): boolean {
  return /[\u2500-\u254b\u2581-\u258f·×°“”‘’–—…•←-↓→]/u.test(String.fromCodePoint(code));
}

export function createEmulator(
  columns: number,
  rows: number,
  { hasWideSigns = false }: EmulatorOptions = {},
): Emulator {
  const terminal = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.register(wideSigns);
  terminal.unicode.activeVersion = hasWideSigns ? wideSigns.version : "11";
  const line = (row: number) =>
    terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row);
  return {
    write: (bytes) => terminal.write(bytes),
    resize: (newColumns, newRows) => terminal.resize(newColumns, newRows),
    onAnswer: (listener) => void terminal.onData(listener),
    drawn: () => new Promise((resolve) => terminal.write("", resolve)),
    rows: () =>
      Array.from({ length: terminal.rows }, (_, row) => line(row)?.translateToString(true) ?? ""),
    cells: () =>
      JSON.stringify(Array.from({ length: terminal.rows }, (_, row) => looks(line(row)))),
    cursor: () => ({ row: terminal.buffer.active.cursorY, column: terminal.buffer.active.cursorX }),
    isAlternate: () => terminal.buffer.active.type === "alternate",
  };
}

type Line = NonNullable<ReturnType<headless.Terminal["buffer"]["active"]["getLine"]>>;

function looks(line: Line | undefined): readonly (readonly unknown[])[] {
  return Array.from({ length: line?.length ?? 0 }, (_, column) => {
    const cell = line?.getCell(column);
    return [
      cell?.getChars() || " ",
      cell?.isBold(),
      cell?.isDim(),
      cell?.isItalic(),
      cell?.isUnderline(),
      cell?.getFgColor(),
    ];
  });
}
