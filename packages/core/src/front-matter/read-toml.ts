import type { BlockReading, Fault } from "./block-reading.ts";
import { BrokenField } from "./broken-field.ts";
import type { Fields } from "./front-matter.ts";
import { readBrokenToml } from "./read-broken-toml.ts";
import { tomlName, tomlNamesIn } from "./toml-names.ts";
import { readTomlTable } from "./toml-table.ts";

/** A name before an equals sign or a dot, and the outermost name of a table. */
const outermost = new RegExp(String.raw`^[ \t]*(?:\[\[?[ \t]*)?(${tomlName})[ \t]*[.=\]]`);
const table = /^[ \t]*\[/;

/** A block of TOML. A field that cannot be read is kept as it was written, and is a fault. */
export function readToml(source: string): BlockReading {
  try {
    const fields = readTomlTable(source);
    return { fields, lines: outermostLines(source, fields), faults: [] };
  } catch (error) {
    if (!(error instanceof BrokenField)) throw error;
    const reading = readBrokenToml(source);
    // Each field may be sound by itself, and not beside the others.
    return reading.faults.length > 0 ? reading : { ...reading, faults: [faultAt(source, error)] };
  }
}

function faultAt(source: string, { line, column }: BrokenField): Fault {
  const value = source.split("\n")[line]?.trim() ?? "";
  return { code: "front-matter-broken", line, column, value };
}

function outermostLines(source: string, fields: Fields): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let inTable = false;
  for (const [number, line] of source.split("\n").entries()) {
    const isTable = table.test(line);
    inTable ||= isTable;
    if (inTable && !isTable) continue;
    const name = tomlNamesIn(outermost.exec(line)?.[1] ?? "")[0];
    if (name !== undefined && name in fields && !lines.has(name)) lines.set(name, number);
  }
  return lines;
}
