import type { Inline } from "./block.ts";

/** Deepest nesting of links, emphasis and the like; what is deeper keeps only its text. */
const maxTextDepth = 16;

/** Something of a text, with the lines that it stands on. */
export type Piece = { readonly inline: Inline; readonly first: number; readonly last: number };

/** What begins in a text and is to end: how it is named, and what it makes of its content. */
export type Stretch = {
  readonly name: string;
  readonly make: (children: readonly Inline[]) => readonly Inline[];
};

type Open = Stretch & { readonly children: Inline[]; readonly first: number };

/** A text while it is read: stretches begin and end in it in any order, and none is left open. */
export class TextRun {
  readonly #pieces: Piece[] = [];
  readonly #open: Open[] = [];
  /** Whether a picture stands in it. */
  hasPicture = false;

  add(inline: Inline, first: number, last: number): void {
    if (inline.type === "image") this.hasPicture = true;
    const top = this.#open.at(-1);
    if (top === undefined) this.#pieces.push({ inline, first, last });
    else top.children.push(inline);
  }

  begin(stretch: Stretch, line: number): void {
    if (this.#open.length < maxTextDepth)
      this.#open.push({ ...stretch, children: [], first: line });
  }

  /** Ends the last stretch of a name and what began in it; nothing when none is open. */
  end(name: string, line: number): void {
    if (!this.isOpen(name)) return;
    while (this.#endLast(line) !== name);
  }

  isOpen(name: string): boolean {
    return this.#open.some((open) => open.name === name);
  }

  /** All of the text; what is still open ends here. */
  finish(line: number): readonly Piece[] {
    while (this.#open.length > 0) this.#endLast(line);
    return this.#pieces;
  }

  #endLast(line: number): string | undefined {
    const open = this.#open.pop();
    if (open === undefined) return undefined;
    for (const inline of open.make(open.children)) this.add(inline, open.first, line);
    return open.name;
  }
}
