import { trimSpace } from "../text/clean-text.ts";
import type { Inline } from "./block.ts";
import { joinsWords } from "./divided-words.ts";

/** Chinese and Japanese have no space where a line ends. */
const joinsLines = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]/u;

/** Joins neighbouring texts, and the lines inside them. */
export function mergeText(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type === "text" && last?.type === "text") {
      merged[merged.length - 1] = { type: "text", text: last.text + inline.text };
    } else merged.push(inline);
  }
  return merged.map((inline) =>
    inline.type === "text" && inline.text.includes("\n")
      ? { type: "text", text: joinLines(inline.text) }
      : inline,
  );
}

/**
 * A hyphen at the end of a line, inside a word or a number: it stays, unless it was found to divide a word
 * only (`softenHyphens`).
 */
const dividedWord = /(?<=[\p{L}\p{N}][-\u2010])\n(?=[\p{Lu}\p{Ll}\p{Nd}])/gu;

/** A soft hyphen is only there for the end of its line. */
const softDivided = /\u00ad\n(?=\p{L})/gu;

function joinLines(written: string): string {
  const whole = written.replace(softDivided, "");
  const text = whole.replace(dividedWord, (end, at: number) =>
    joinsWords.test(whole.slice(at + 1, at + 20)) ? end : "",
  );
  return text.replace(/\n/g, (_, index: number) => {
    const around = text.charAt(index - 1) !== "" && text.charAt(index + 1) !== "";
    const joins =
      joinsLines.test(text.charAt(index - 1)) && joinsLines.test(text.charAt(index + 1));
    return around && joins ? "" : " ";
  });
}

/** Without spaces and breaks at both ends. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  let start = 0;
  let end = inlines.length;
  while (start < end && isBlank(inlines[start])) start++;
  while (end > start && isBlank(inlines[end - 1])) end--;
  return inlines.slice(start, end).map((inline, index, all) => {
    if (inline.type !== "text" || (index > 0 && index < all.length - 1)) return inline;
    const whole = trimSpace(inline.text);
    if (whole === inline.text) return inline;
    const from = index === 0 ? inline.text.indexOf(whole) : 0;
    const to = index === all.length - 1 ? inline.text.lastIndexOf(whole) + whole.length : undefined;
    return { type: "text", text: inline.text.slice(from, to) };
  });
}

/** Whether nothing of a piece of text can be seen. */
export function isBlank(inline: Inline | undefined): boolean {
  return inline?.type === "break" || (inline?.type === "text" && trimSpace(inline.text) === "");
}

/** The same as plain text: what a person reads, without pictures. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) {
    if (inline.type === "text" || inline.type === "code") text += inline.text;
    else if (inline.type === "break") text += " ";
    else if (inline.type !== "image") text += inlineText(inline.children);
  }
  return text;
}

/** The same with its spaces and line ends, as code needs it. */
export function codeText(inlines: readonly Inline[]): string {
  let text = "";
  for (const inline of inlines) {
    if (inline.type === "text" || inline.type === "code") text += inline.text;
    else if (inline.type === "break") text += "\n";
    else if (inline.type !== "image") text += codeText(inline.children);
  }
  return text;
}
