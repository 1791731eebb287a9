const csi = "\x1b[";

/** Everything that the program ever tells a terminal, beside text and its colours. */
export const sequences = {
  enterAlternateScreen: `${csi}?1049h`,
  leaveAlternateScreen: `${csi}?1049l`,
  hideCursor: `${csi}?25l`,
  showCursor: `${csi}?25h`,
  /** A line that is too wide is cut at the edge, not continued on the next. */
  autowrapOff: `${csi}?7l`,
  autowrapOn: `${csi}?7h`,
  bracketedPasteOn: `${csi}?2004h`,
  bracketedPasteOff: `${csi}?2004l`,
  /** What follows is shown at once when `endUpdate` comes; terminals that do not know it pass over it. */
  beginUpdate: `${csi}?2026h`,
  endUpdate: `${csi}?2026l`,
  plainText: `${csi}0m`,
  clearScreen: `${csi}2J`,
  clearToLineEnd: `${csi}K`,
  /** Draws a sign of ambiguous width at the start of the screen and asks for the column after it. */
  askSignWidth: `${csi}H·${csi}6n`,
  askBackground: "\x1b]11;?\x1b\\",
  /** Every terminal answers this one, so its answer tells that no answer to earlier questions will come. */
  askAttributes: `${csi}c`,
} as const;

/** Puts a text into the terminal's clipboard (OSC 52); terminals that may not do it pass over it. */
export function copySequence(text: string): string {
  return `\x1b]52;c;${Buffer.from(text).toString("base64")}\x1b\\`;
}

/**
 * A text that leads to an address when it is clicked (OSC 8); the number is the same for all parts of one link.
 * Terminals that do not know it show the text. Undefined for anything but plain addresses of the web and of mail.
 */
export function linkSequence(url: string, text: string): string | undefined {
  if (!/^(?:https?|mailto):[\x21-\x7e]+$/.test(url) || url.length > maxLinkLength) return undefined;
  return `\x1b]8;id=${linkNumber(url)};${url}\x1b\\${text}\x1b]8;;\x1b\\`;
}

/** Longest address of a link, which terminals agree on (VTE and iTerm2 take 2,083 bytes). */
const maxLinkLength = 2_000;

/** A number of 32 bits for an address (FNV-1a), so that a link that goes over two rows is one. */
function linkNumber(url: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < url.length; at++) hash = Math.imul(hash ^ url.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Places the cursor; both count from 0. */
export function cursorTo(row: number, column: number): string {
  return `${csi}${row + 1};${column + 1}H`;
}

/** Places the cursor in its row; counts from 0. */
export function cursorToColumn(column: number): string {
  return `${csi}${column + 1}G`;
}

/** Finds what `cursorToColumn` gives; its number counts from 1. */
export const columnSequence: RegExp = /\x1b\[(\d+)G/g;
