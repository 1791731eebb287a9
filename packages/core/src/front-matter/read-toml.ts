import { parse, TomlDate, TomlError } from "smol-toml";
import type { BlockReading, Fault } from "./block-reading.ts";
import { fieldValue, isFields } from "./field-value.ts";
import type { Fields, FieldValue } from "./front-matter.ts";
import { BrokenField, type FieldSyntax, readByField, withoutQuotes } from "./read-by-field.ts";

/** Whole numbers keep all their digits; articles have no use for depth. */
const options = { integersAsBigInt: true, maxDepth: 20 } as const;

/** A name before an equals sign, or a table, which holds all lines up to the next one. */
const outermost = /^[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([\w-]+))[ \t]*=[ \t]*(.*)$/;
const table = /^[ \t]*\[\[?[ \t]*["']?([^\]."']+)/;

export const tomlFields: FieldSyntax = {
  first: outermost,
  read: readTable,
  empty: /^\s*(?:#.*)?$/,
  asWritten: withoutQuotes,
};

/** A block of TOML. A field that cannot be read is kept as it was written, and is a fault. */
export function readToml(source: string): BlockReading {
  try {
    const parsed = readTable(source);
    const lines = outermostLines(source, parsed);
    const fields = Object.assign<Record<string, FieldValue>, Fields>(Object.create(null), parsed);
    return { fields: withWrittenScalars(source, fields, lines), lines, faults: [] };
  } catch (error) {
    if (!(error instanceof BrokenField)) throw error;
    const reading = readByField(source, tomlFields);
    // Each field may be sound by itself, as two tables of one name are.
    return reading.faults.length > 0 ? reading : { ...reading, faults: [faultAt(source, error)] };
  }
}

function faultAt(source: string, { line, column }: BrokenField): Fault {
  const value = source.split("\n")[line]?.trim() ?? "";
  return { code: "front-matter-broken", line, column, value };
}

function readTable(source: string): Fields {
  try {
    const fields = fieldValue(parse(source, options), (scalar) =>
      scalar instanceof TomlDate ? scalar.toISOString() : String(scalar),
    );
    if (isFields(fields)) return fields;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ""] = error.message.split("\n");
    throw new BrokenField(reason, error.line - 1, error.column, { cause: error });
  }
  throw new BrokenField("it is not a table", 0, 1);
}

function outermostLines(source: string, fields: Fields): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let inTable = false;
  for (const [number, line] of source.split("\n").entries()) {
    const header = table.exec(line)?.[1]?.trim();
    const [, double, single, bare] = outermost.exec(line) ?? [];
    inTable ||= header !== undefined;
    const name = inTable ? header : (double ?? single ?? bare);
    if (name !== undefined && name in fields && !lines.has(name)) lines.set(name, number);
  }
  return lines;
}

/** Numbers and dates with the characters in the file: `1.10` and `1979-05-27 07:32:00`, not what they mean. */
function withWrittenScalars(
  source: string,
  fields: Record<string, FieldValue>,
  lines: ReadonlyMap<string, number>,
): Fields {
  const all = source.split("\n");
  for (const [name, line] of lines) {
    const written = /^[^=]*=[ \t]*([\d+-][^#"'\n]*)/.exec(all[line] ?? "")?.[1]?.trim();
    if (written !== undefined && typeof fields[name] === "string") fields[name] = written;
  }
  return fields;
}
