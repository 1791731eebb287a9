import { displayWidth } from "../text/display-width.ts";

/** Widest line that a person or program wraps text to. */
const maxWrappedColumns = 100;

/** Lines that mean something together with the next or only with blank ones around: then it is Markdown. */
const joined =
  /^(?:[ \t]+(?:[-*+]|\d+[.)])[ \t]|\[[ \t]*$|\]\(|```|~~~|[ \t]*\||[ \t]*<[a-z!/]|=+[ \t]*$|-{2,}[ \t]*$|\[[^\]\n]+\]:[ \t])/im;

const sentenceEnd = /[.!?…។៕。！？।؟۔:][”’"')\]）」』»]*$/u;

/**
 * Whether each line of a body is a paragraph. So it is where no blank line parts any, unless the lines were
 * wrapped: then all are narrow, and each ends where the next word would not have fitted.
 */
export function linesAreParagraphs(body: string): boolean {
  const text = body.trim();
  if (!text.includes("\n") || /\n[ \t]*\n/.test(text) || joined.test(text)) return false;
  return !areWrapped(text.split("\n"));
}

/** Whether the lines of a text were wrapped at one width; blank lines may part them, but no mark of Markdown. */
export function isWrapped(body: string): boolean {
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  return lines.length > 1 && !joined.test(body) && areWrapped(lines);
}

function areWrapped(lines: readonly string[]): boolean {
  // Not even a script with four marks on each letter makes so many characters fit.
  if (lines.some((line) => line.length > maxWrappedColumns * 4)) return false;
  const widths = lines.map(displayWidth);
  const widest = widths.reduce((max, width) => Math.max(max, width), 0);
  if (widest > maxWrappedColumns) return false;
  let broken = 0;
  let full = 0;
  for (const [index, line] of lines.slice(0, -1).entries()) {
    if (sentenceEnd.test(line)) continue;
    broken++;
    const nextWord = /^\S*/.exec(lines[index + 1] ?? "")?.[0] ?? "";
    // Where words have no spaces between them, a line holds as many characters as fit.
    const needed = displayWidth(nextWord) > 20 ? 4 : displayWidth(nextWord) + 1;
    if ((widths[index] ?? 0) + needed > widest) full++;
  }
  // Half the lines of wrapped prose at least end within a sentence, and nearly all of those are full.
  return broken * 2 >= lines.length - 1 && full >= broken * 0.8;
}

/** Whether a first line reads as a title: short, no sentence, and sentences follow it. */
export function isTitleLine(line: string, next: string): boolean {
  return (
    displayWidth(line) <= maxWrappedColumns &&
    !/[.…។៕。।۔:;,，、]$/u.test(line) &&
    !/[.។。] /u.test(line) &&
    sentenceEnd.test(next) &&
    displayWidth(next) > displayWidth(line)
  );
}
