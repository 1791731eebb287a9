import { displayWidth } from "./display-width.ts";
import { lineBreaks, visibleText, withoutSpaceAtEnd } from "./line-breaks.ts";
import { graphemesOf } from "./segmenters.ts";

const ellipsis = "…";

/** What looks unfinished before an ellipsis: punctuation that joins or opens. */
const dangling = /[,;:\u2013\u2014\u3001\uff0c([\u300c\u300e\u201c\u2018\u00ab-]$/u;

/**
 * A text on one line of at most so many columns. When it is longer it ends in `…` after a word (in scripts
 * without spaces, after a segment); a first word that does not fit is cut between graphemes. Empty when
 * there is no column.
 *
 * @example
 * ```ts
 * import { cutText } from "@broadsheet/core";
 *
 * cutText("The ferry families move", 12); // => "The ferry…"
 * ```
 */
export function cutText(text: string, columns: number): string {
  const line = visibleText(text.includes("\n") ? text.replaceAll("\n", " ") : text);
  if (displayWidth(line) <= columns) return line;
  if (columns < 1) return "";
  // Twice the columns hold every character that can be shown; marks beyond them are not worth measuring.
  const source = text.replaceAll("\n", " ").slice(0, columns * 12);
  let end = 0;
  let width = 0;
  for (const place of lineBreaks(source)) {
    const piece = visibleText(source.slice(end, place));
    if (width + displayWidth(piece.trimEnd()) > columns - 1 || place === source.length) break;
    width += displayWidth(piece);
    end = place;
  }
  const words = withoutDangling(visibleText(source.slice(0, end)));
  return (words === "" ? cutGraphemes(line, columns - 1) : words) + ellipsis;
}

function withoutDangling(text: string): string {
  let words = withoutSpaceAtEnd(text);
  while (dangling.test(words)) words = withoutSpaceAtEnd(words.slice(0, -1));
  return words;
}

/** As many whole graphemes from the start as fit. */
function cutGraphemes(text: string, columns: number): string {
  let cut = "";
  let width = 0;
  for (const { segment } of graphemesOf(text)) {
    width += displayWidth(segment);
    if (width > columns) break;
    cut += segment;
  }
  return cut;
}
