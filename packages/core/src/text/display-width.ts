import stringWidth from "string-width";

/** Widths kept for texts that come again: a few screens of headlines in several widths. */
const maxKept = 4_096;

/** Longest text worth keeping, in UTF-16 units; a longer one is a paragraph and is measured once. */
const maxKeptLength = 256;

const printableAscii = /^[\x20-\x7e]*$/;

const kept = new Map<string, number>();

/**
 * The number of terminal columns that a text takes: 2 for an East Asian wide character or an emoji, 0 for
 * a mark that stands on another letter, 1 for a Khmer subscript consonant as xterm and tmux draw it.
 * Tabs and other controls count 0; cleaned text has none.
 */
export function displayWidth(text: string): number {
  if (printableAscii.test(text)) return text.length;
  const known = kept.get(text);
  if (known !== undefined) {
    // A map keeps the order of insertion, so the first key is the one not used for the longest time.
    kept.delete(text);
    kept.set(text, known);
    return known;
  }
  const width = stringWidth(text, { countAnsiEscapeCodes: true });
  if (text.length <= maxKeptLength) {
    const [oldest] = kept.size < maxKept ? [] : kept.keys();
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(text, width);
  }
  return width;
}
