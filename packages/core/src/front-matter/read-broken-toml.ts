import type { BlockReading, Fault } from "./block-reading.ts";
import { BrokenField, maxFaults, withoutQuotes } from "./broken-field.ts";
import type { Fields } from "./front-matter.ts";
import { maxDepth } from "./field-value.ts";
import { endOfStatement } from "./toml-scalars.ts";
import { tomlName, tomlNamesIn } from "./toml-names.ts";
import { readTomlTable } from "./toml-table.ts";
import { TomlTables } from "./toml-tables.ts";

const path = String.raw`${tomlName}(?:[ \t]*\.[ \t]*${tomlName})*`;
const header = new RegExp(String.raw`^[ \t]*(\[\[?)[ \t]*(${path})[ \t]*\]`);
const field = new RegExp(String.raw`^[ \t]*(${path})[ \t]*=[ \t]*(.*)$`, "s");
const empty = /^\s*(?:#.*)?$/;

/** So many brackets are looked for to the end of the block; one that is forgotten is rarely followed by another. */
const maxUnclosed = 10;

/** A line, or several that belong together; lines count from 0. */
type Statement = { readonly line: number; readonly source: string };

/**
 * TOML that cannot be read whole. Each statement is read by itself, so that a broken one costs no other:
 * its value is kept as text, in the table that it stands in. Of two values with one name the first holds.
 */
export function readBrokenToml(source: string): BlockReading {
  const tables = new TomlTables();
  const lines = new Map<string, number>();
  const faults: Fault[] = [];
  let isOutermost = true;
  for (const statement of statementsIn(source)) {
    const { line } = statement;
    const value = statement.source.split("\n", 1)[0]?.trim() ?? "";
    const place = { line, column: statement.source.search(/\S/) + 1, value };
    const [, brackets, tableName] = header.exec(statement.source) ?? [];
    const [, fieldName, text = ""] = field.exec(statement.source) ?? [];
    const dotted = tableName ?? fieldName ?? "";
    const written = tomlNamesIn(dotted);
    // A name of so many parts is an attack; it is kept as one.
    const [outer = "", ...inner] = written.length > maxDepth ? [dotted] : written;
    if (tableName !== undefined) {
      isOutermost = false;
      const opened = tables.open([outer, ...inner], brackets === "[[");
      if (!opened) faults.push({ code: "key-duplicate", ...place });
    } else if (fieldName === undefined) {
      faults.push({ code: "front-matter-broken", ...place });
      continue;
    } else {
      const read = readStatement(statement, faults) ?? nested(outer, inner, asWritten(text));
      if (!tables.put(read)) faults.push({ code: "key-duplicate", ...place, value: fieldName });
    }
    if ((tableName !== undefined || isOutermost) && !lines.has(outer)) lines.set(outer, line);
  }
  return { fields: tables.fields, lines, faults };
}

/** What a statement says by itself; undefined, with a fault, when it cannot be read. */
function readStatement({ line, source }: Statement, faults: Fault[]): Fields | undefined {
  if (faults.length >= maxFaults) return undefined;
  try {
    return readTomlTable(source);
  } catch (error) {
    if (!(error instanceof BrokenField)) throw error;
    const { column } = error;
    const place = { line: line + error.line, column };
    const value = source.split("\n")[error.line]?.trim() ?? "";
    faults.push({ code: "front-matter-broken", ...place, value });
    return undefined;
  }
}

function statementsIn(source: string): readonly Statement[] {
  const statements: Statement[] = [];
  let line = 0;
  let unclosed = 0;
  for (let start = 0; start < source.length;) {
    const lineEnd = source.indexOf("\n", start);
    const firstLine = lineEnd < 0 ? source.length : lineEnd;
    // A bracket that is never closed has only its own line.
    const closed = unclosed < maxUnclosed ? endOfStatement(source, start) : firstLine;
    if (closed === undefined) unclosed++;
    const text = source.slice(start, closed ?? firstLine);
    if (!empty.test(text)) statements.push({ line, source: text });
    line += text.split("\n").length;
    start += text.length + 1;
  }
  return statements;
}

function asWritten(value: string): string {
  return withoutQuotes(value.replace(/\s+/g, " ").trim());
}

/** A value under a dotted name. */
function nested(outer: string, inner: readonly string[], value: string): Fields {
  const fields: Record<string, Fields | string> = Object.create(null);
  const [next, ...rest] = inner;
  fields[outer] = next === undefined ? value : nested(next, rest, value);
  return fields;
}
