import type { BlockReading, Fault } from "./block-reading.ts";
import type { Fields, FieldValue } from "./front-matter.ts";

/** How the outermost fields of a language are told apart and read one by one. */
export type FieldSyntax = {
  /** The first line of a field: its name in the first group that is set, its value in the last. */
  readonly first: RegExp;
  /** Reads one field, or throws a `BrokenField`. */
  readonly read: (source: string) => Fields;
  /** A value that could not be read, as the text that its author meant. */
  readonly asWritten: (text: string) => string;
  /** A line before all fields that says nothing: an empty one, a comment. */
  readonly empty: RegExp;
};

/** Why a field cannot be read, and where: lines from 0, columns from 1. */
export class BrokenField extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
    this.column = column;
  }
}

/** After so many broken fields the rest is taken as written: failing costs a hundred times what reading does. */
const maxFaults = 50;

/** A field's lines. */
type Part = { readonly name: string; readonly line: number; readonly lines: string[] };

/**
 * Reads each outermost field by itself, so that a broken one costs no other: it is kept as text. Of two
 * with one name the first holds, since it is the one that a reader sees.
 */
export function readByField(source: string, syntax: FieldSyntax): BlockReading {
  const fields: Record<string, FieldValue> = Object.create(null);
  const lines = new Map<string, number>();
  const faults: Fault[] = straysIn(source, syntax);
  for (const part of divide(source, syntax.first)) {
    const { name, line } = part;
    if (name in fields) {
      faults.push({ code: "key-duplicate", line, value: name });
      continue;
    }
    lines.set(name, line);
    fields[name] = textOf(part, syntax);
    if (faults.length >= maxFaults) continue;
    try {
      fields[name] = syntax.read(part.lines.join("\n"))[name] ?? null;
    } catch (error) {
      if (!(error instanceof BrokenField)) throw error;
      const indented = readIndented(part, syntax);
      if (indented !== undefined) fields[name] = indented;
      else faults.push(faultIn(part, error));
    }
  }
  return { fields, lines, faults };
}

/** The first line that belongs to no field, since none has begun. */
function straysIn(source: string, { first, empty }: FieldSyntax): Fault[] {
  const lines = source.split("\n");
  const line = lines.findIndex((each) => !empty.test(each));
  const stray = lines[line] ?? "";
  if (line < 0 || first.test(stray)) return [];
  return [{ code: "front-matter-broken", line, value: stray.trim() }];
}

/** A name that can be nothing else, where a value in quotation marks may still be open. */
const certainName = /^[ \t{]*["']?[\w-]+["']?[ \t]*[:=]/;

/** A value whose quotation mark is not closed on its line. */
const openQuote = /[:=][ \t]*(?:"(?:[^"\\]|\\.)*|'[^']*)$/;

function divide(source: string, first: RegExp): Part[] {
  const parts: Part[] = [];
  let isOpen = false;
  for (const [number, line] of source.split("\n").entries()) {
    const groups = isOpen && !certainName.test(line) ? undefined : first.exec(line)?.slice(1, -1);
    const name = groups?.find((group) => group !== undefined);
    if (name !== undefined) {
      parts.push({ name, line: number, lines: [line] });
      isOpen = openQuote.test(line);
    } else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

/** A value in quotation marks whose second line is not indented, which most tools allow, read as if it were. */
function readIndented({ name, lines }: Part, syntax: FieldSyntax): FieldValue | undefined {
  if (!/:[ \t]*["']/.test(lines[0] ?? "")) return undefined;
  const indented = lines.map((line, index) =>
    index > 0 && /^[^\s-]/.test(line) ? `  ${line}` : line,
  );
  try {
    return syntax.read(indented.join("\n"))[name];
  } catch {
    return undefined;
  }
}

function textOf({ lines }: Part, { first, asWritten }: FieldSyntax): string {
  const [head = "", ...rest] = lines;
  const value = first.exec(head)?.at(-1) ?? "";
  const all = [value, ...rest].map((line) => line.trim()).filter((line) => line !== "");
  return asWritten(all.join(" "));
}

function faultIn({ line, lines }: Part, error: BrokenField): Fault {
  const within = Math.min(error.line, lines.length - 1);
  return {
    code: "front-matter-broken",
    line: line + within,
    column: error.column,
    value: (lines[within] ?? "").trim(),
  };
}

/** Text without the quotation marks around it, and without a first one that is never closed. */
export function withoutQuotes(text: string): string {
  const quote = text.charAt(0);
  if (quote !== '"' && quote !== "'") return text;
  if (text.length > 1 && text.endsWith(quote)) return text.slice(1, -1);
  return text.includes(quote, 1) ? text : text.slice(1);
}
