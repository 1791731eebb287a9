/** A piece of Markdown, in the flat order of markdown-it. HTML is a piece of type `html`, as it was written. */
export type MarkdownToken = {
  readonly type: string;
  /** `h1`, `p`. Empty for pieces of text. */
  readonly tag: string;
  /** 1 where something begins, -1 where it ends, 0 for what stands alone. */
  readonly nesting: number;
  /** How many quotations, lists and their items are open around a block. */
  readonly level: number;
  /** The lines that a block stands on, from 0; the end is exclusive. */
  readonly map: readonly [start: number, end: number] | null;
  readonly content: string;
  /** What stands behind a fence. */
  readonly info: string;
  /** The pieces of a text. */
  readonly children: readonly MarkdownToken[] | null;
  readonly attrGet: (name: string) => string | number | null;
};
