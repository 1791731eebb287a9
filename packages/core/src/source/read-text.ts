import { makeProblem, type Problem } from "../problem.ts";
import { cleanText, firstControl, lineAndColumn } from "../text/clean-text.ts";
import { decodeText } from "./decode-text.ts";

/** A file's bytes as text that is safe to show, and what was wrong with them. */
export type ReadText = { readonly text: string; readonly problems: readonly Problem[] };

const separators = /[\x85\u2028\u2029]/;
const allSeparators = /[\x85\u2028\u2029]/g;

/** Decodes and cleans. The lines of the text are those that editors show for the file. */
export function readText(path: string, bytes: Uint8Array, cut: boolean): ReadText {
  const problems: Problem[] = [];
  const { text: decoded, encoding, fault } = decodeText(bytes, cut);
  let text = decoded;
  if (encoding === "utf-16") problems.push(makeProblem("utf16", { path }));
  if (fault) {
    const value = `0x${fault.byte.toString(16).toUpperCase()}`;
    problems.push(makeProblem("not-utf8", { path, ...lineAndColumn(text, fault.index), value }));
  }
  // Nearly every text is clean as it stands, and then there is nothing more to look for.
  if (cleanText(text) === text) return { text, problems };
  const separator = text.search(separators);
  // A file whose only line ends they are is divided by them; elsewhere they would shift every line number.
  if (separator >= 0 && /[\n\r]/.test(text)) {
    const value = characterName(text, separator);
    text = text.replace(allSeparators, " ");
    const place = lineAndColumn(text, separator);
    problems.push(makeProblem("line-separators", { path, ...place, value }));
  }
  const clean = cleanText(text);
  const control = clean === text ? -1 : firstControl(text);
  if (control >= 0) {
    const value = characterName(text, control);
    const place = lineAndColumn(text, control);
    problems.push(makeProblem("control-characters", { path, ...place, value }));
  }
  return { text: clean, problems };
}

/** `U+001B`. */
function characterName(text: string, index: number): string {
  const point = text.codePointAt(index) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}
