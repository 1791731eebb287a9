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

/**
 * A piece as it is being made, with the fields that the rules of markdown-it write. Its own class defines
 * each of them by itself, which takes half the time of reading a long list.
 */
export class NewToken implements MarkdownToken {
  type: string;
  tag: string;
  nesting: -1 | 0 | 1;
  level = 0;
  map: MarkdownToken["map"] = null;
  content = "";
  info = "";
  children: MarkdownToken["children"] = null;
  attrs: [name: string, value: string | number][] | null = null;

  constructor(type: string, tag: string, nesting: -1 | 0 | 1) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }

  // What only a renderer of markdown-it reads is not kept: long lists are many tokens.
  set markup(_: string) {}
  set meta(_: unknown) {}
  set block(_: boolean) {}
  set hidden(_: boolean) {}

  attrGet(name: string): string | number | null {
    return this.attrs?.find(([each]) => each === name)?.[1] ?? null;
  }
}

/** A text without any marks: its lines, and the ends between them. */
export function plainInlines(content: string): NewToken[] {
  if (content === "") return [];
  if (!content.includes("\n")) return [textToken(content)];
  return content.split("\n").flatMap((line, index) => {
    const text = line === "" ? [] : [textToken(line)];
    return index === 0 ? text : [new NewToken("softbreak", "br", 0), ...text];
  });
}

/** What may be more than text: every character that begins a rule of markdown-it, and blanks around line ends. */
export const marked: RegExp = /[\\`~*_[<&{]|[ \t]\n|\n[ \t]/;

function textToken(content: string): NewToken {
  const token = new NewToken("text", "", 0);
  token.content = content;
  return token;
}
