import { fetchesComponents } from "./template.ts";

/** What a line of Markdown begins or is; `other` for what only the whole parser can tell. */
export type LineKind = "blank" | "text" | "heading" | "rule" | "other";

/** The lines of a Markdown text, one after the other. */
export class MarkdownLines {
  readonly #text: string;
  /** The line's number, from 0, where it starts and where it ends. */
  number = -1;
  start = 0;
  end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  next(): boolean {
    if (this.end + 1 >= this.#text.length) return false;
    this.start = this.end + 1;
    const end = this.#text.indexOf("\n", this.start);
    this.end = end < 0 ? this.#text.length : end;
    this.number++;
    return true;
  }

  get line(): string {
    return this.#text.slice(this.start, this.end);
  }

  /** What a line is. Inside a paragraph a few more signs may end it. */
  kind(inParagraph: boolean): LineKind {
    if (this.start === this.end) return "blank";
    const unit = this.#text.charCodeAt(this.start);
    // Letters, most signs, and everything beyond ASCII.
    if (unit >= 0x80 || plainStart[unit] === 1) return "text";
    const { line } = this;
    if (/^[ \t]/.test(line)) return /^[ \t]*$/.test(line) ? "blank" : "other";
    if (line.startsWith("#")) return /^#{1,6}(?:[ \t]|$)/.test(line) ? "heading" : "text";
    if (inParagraph && /^[-=|:]/.test(line)) return "other";
    if (isRule(line)) return "rule";
    return special.test(line) || fetchesComponents(this.#text, this.start) ? "other" : "text";
  }

  /** A paragraph from this line to its last; undefined when something else follows straight below it. */
  restOfParagraph(): string | undefined {
    const { start } = this;
    for (;;) {
      const { number, start: from, end } = this;
      const kind = this.next() ? this.kind(true) : "blank";
      if (kind === "other") return undefined;
      if (kind === "text") continue;
      [this.number, this.start, this.end] = [number, from, end];
      return this.#text.slice(start, end);
    }
  }

  /**
   * All from a place to the blank lines before the next text at the margin, where every list, quotation and
   * table has ended; undefined when it holds something that may go on.
   */
  restOfStretch(start: number): string | undefined {
    let { number, end } = this;
    let afterBlank = false;
    let outside = "";
    let from = start;
    do {
      const kind = this.kind(false);
      if (afterBlank && (kind === "text" || kind === "heading")) break;
      const [, fence] = (kind === "other" && openingFence.exec(this.line)) || [];
      if (fence !== undefined) {
        outside += this.#text.slice(from, this.start);
        this.#skipFence(fence);
        from = this.end;
      }
      afterBlank = kind === "blank";
      ({ number, end } = this);
    } while (this.next());
    [this.number, this.end] = [number, end];
    outside += this.#text.slice(from, end);
    // HTML may hold what only looks like a fence.
    if (mayGoOn.test(outside) || (from > start && outside.includes("<"))) return undefined;
    return this.#text.slice(start, end + 1);
  }

  /** Moves to the line that closes a fence, or to the last line. */
  #skipFence(fence: string): void {
    while (this.next()) {
      const [, closing = ""] = closingFence.exec(this.line) ?? [];
      if (closing.startsWith(fence)) return;
    }
  }
}

/** What begins a list, a quotation, HTML, a fence or a line of a template. */
const special = /^(?:[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|[<>]|```|~~~|:::|\{[{%:])/;

/** Fences and lines of templates: inside lists and quotations it takes the whole parser to find their ends. */
const mayGoOn = /```|~~~|\{:|\b(?:import|export)\s/;

/** Whether a line is three or more of one sign, and blanks. A loop, since a pattern would need a stack as long as the line. */
function isRule(line: string): boolean {
  const sign = line.charAt(0);
  if (sign !== "-" && sign !== "_" && sign !== "*") return false;
  let count = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === sign) count++;
    else if (character !== " " && character !== "\t") return false;
  }
  return count >= 3;
}

const openingFence = /^(`{3,}(?=[^`]*$)|~{3,})/;
const closingFence = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/** ASCII characters that begin nothing but text: 1. */
const plainStart = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  /[\s#\-+*_\d>`~<=|:{ie]/.test(String.fromCharCode(unit)) ? 0 : 1,
);
