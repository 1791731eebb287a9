import type { Problem } from "../problem.ts";

/**
 * A value of a field, as it was written: text, also for numbers, dates and truth values; a list; named
 * values; null where JSON says so. Nothing is converted, so nothing is changed.
 */
export type FieldValue = string | null | readonly FieldValue[] | Fields;

/** Fields by their names. It has no prototype: a field called `constructor` is a field. */
export type Fields = { readonly [name: string]: FieldValue };

/** How front matter is written. */
export type FrontMatterFormat = "yaml" | "toml" | "json";

/** A text divided into what is said about it and the text itself. */
export type FrontMatter = {
  /** `header`: lines of a name and a value without fences. `none`: bare text. */
  readonly format: FrontMatterFormat | "header" | "none";
  readonly fields: Fields;
  /** The line in the file on which each outermost field stands, from 1, where it is known. */
  readonly lines: ReadonlyMap<string, number>;
  /** The text after the front matter. */
  readonly body: string;
  /** The line in the file on which `body` begins, from 1. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
};

/** Fields without any. */
export const noFields: Fields = Object.freeze(Object.create(null));
