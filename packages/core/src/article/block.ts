/** The first and last line of a block in its file, from 1, both inclusive. */
export type LineRange = readonly [first: number, last: number];

/** A run of text inside a block. Text is cleaned; it holds no markup and no control characters. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "emphasis"; readonly children: readonly Inline[] }
  | { readonly type: "strong"; readonly children: readonly Inline[] }
  | { readonly type: "strikethrough"; readonly children: readonly Inline[] }
  | { readonly type: "code"; readonly text: string }
  | {
      readonly type: "link";
      /** Absolute (http, https or mailto), or a path inside the archive; unsafe ones are not links at all. */
      readonly url: string;
      readonly children: readonly Inline[];
    }
  | {
      /** A picture between words. It is among the article's figures too. */
      readonly type: "image";
      readonly url: string;
      readonly alt: string;
      /** The title written with it. Absent when it has none. */
      readonly caption?: string;
    }
  | { readonly type: "break" };

/** A piece of an article's body, with the lines it stands on. */
export type Block =
  | { readonly type: "paragraph"; readonly lines: LineRange; readonly children: readonly Inline[] }
  | {
      readonly type: "heading";
      readonly lines: LineRange;
      /** 1 to 6, as written. */
      readonly level: number;
      readonly children: readonly Inline[];
    }
  | ({ readonly type: "figure" } & Figure)
  | { readonly type: "quote"; readonly lines: LineRange; readonly children: readonly Block[] }
  | {
      readonly type: "list";
      readonly lines: LineRange;
      readonly ordered: boolean;
      /** The first item's number; 1 for an unordered list. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly type: "code";
      readonly lines: LineRange;
      /** The language named after the fence; absent when none is. */
      readonly language?: string;
      readonly text: string;
    }
  | {
      readonly type: "table";
      readonly lines: LineRange;
      readonly align: readonly ("left" | "center" | "right" | undefined)[];
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly type: "rule"; readonly lines: LineRange };

/** A picture in the body, with the caption and the credit that belong to it. */
export type Figure = {
  readonly lines: LineRange;
  readonly url: string;
  /** The alternative text; empty when none was written. */
  readonly alt: string;
  /** The caption, without its credit. Absent when no caption follows the picture. */
  readonly caption?: string;
  /** Who made the picture, as written at the end of the caption. Absent when nobody is named. */
  readonly creditText?: string;
};
