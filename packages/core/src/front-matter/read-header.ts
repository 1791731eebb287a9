import type { BlockReading, Fault } from "./block-reading.ts";
import { maxFrontMatter } from "./find-block.ts";
import type { FieldValue } from "./front-matter.ts";
import { isKnownName } from "./known-names.ts";

/** Fields that a text begins with, without fences around them. */
export type Header = {
  /** Its lines count from 0. */
  readonly reading: BlockReading;
  /** Where the body begins. */
  readonly bodyStart: number;
};

const fieldLine = /^(\p{L}[\p{L}\p{M}\p{N} _-]{0,39}?)[ \t]*:(?:[ \t]+(.*))?$/u;
const furtherLine = /^(?: {2,}|\t)[ \t]*(\S.*)$/;

/** `[#]: title (The last ferry)` or `[#]: title: (The last ferry)`: a link that nothing leads to, so that no renderer shows it. */
const definitionLine =
  /^ {0,3}\[#\]:[ \t]+([^\s<>:]{1,40}):?[ \t]+(?:\((.*)\)|"(.*)"|'(.*)')[ \t]*$/;

/**
 * The header of a text that has no fences: lines of a name, a colon and a value up to the first blank one
 * (Pelican, MultiMarkdown), two or more, one of them known; or link definitions called `#`. A value may go
 * on on indented lines. Undefined when the text begins with text.
 */
export function readHeader(text: string): Header | undefined {
  return text.startsWith("[#]:") ? readDefinitions(text) : readNamedLines(text);
}

function readNamedLines(text: string): Header | undefined {
  // Nearly every text begins with one that is no field, and nothing more is looked at.
  const [first = ""] = text.split("\n", 1);
  if (!fieldLine.test(first)) return undefined;
  const blank = /\n[ \t]*(?=\n|$)/g;
  const end = blank.exec(text)?.index ?? text.length;
  if (end > maxFrontMatter) return undefined;
  const named: Named[] = [];
  for (const [line, written] of text.slice(0, end).trimEnd().split("\n").entries()) {
    const [, name, value = ""] = fieldLine.exec(written) ?? [];
    const further = furtherLine.exec(written)?.[1];
    const last = named.at(-1);
    if (name !== undefined) named.push({ name, value: value.trim(), line });
    else if (last !== undefined && further !== undefined) last.value += ` ${further.trimEnd()}`;
    else return undefined;
  }
  const isHeader = named.length >= 2 && named.some(({ name }) => isKnownName(name));
  return isHeader
    ? { reading: readingOf(named), bodyStart: lineAfter(text, lineAfter(text, end)) }
    : undefined;
}

function readDefinitions(text: string): Header | undefined {
  const named: Named[] = [];
  let start = 0;
  let line = 0;
  while (start < Math.min(text.length, maxFrontMatter)) {
    const next = lineAfter(text, start);
    const [, name, bracketed, double, single] =
      definitionLine.exec(text.slice(start, next).trimEnd()) ?? [];
    if (name === undefined) break;
    named.push({ name, value: (bracketed ?? double ?? single ?? "").trim(), line });
    start = next;
    line++;
  }
  return named.length === 0 ? undefined : { reading: readingOf(named), bodyStart: start };
}

/** A field as it was written; its line counts from 0. */
type Named = { readonly name: string; value: string; readonly line: number };

function readingOf(named: readonly Named[]): BlockReading {
  const fields: Record<string, FieldValue> = Object.create(null);
  const lines = new Map<string, number>();
  const faults: Fault[] = [];
  for (const { name, value, line } of named) {
    if (name in fields) faults.push({ code: "key-duplicate", line, column: 1, value: name });
    else {
      fields[name] = value;
      lines.set(name, line);
    }
  }
  return { fields, lines, faults };
}

/** Where the next line begins. */
function lineAfter(text: string, index: number): number {
  const end = text.indexOf("\n", index);
  return end < 0 ? text.length : end + 1;
}
