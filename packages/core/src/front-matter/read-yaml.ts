import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import type { BlockReading } from "./block-reading.ts";
import { fieldValue, isFields } from "./field-value.ts";
import type { Fields } from "./front-matter.ts";
import { BrokenField, type FieldSyntax, readByField, withoutQuotes } from "./read-by-field.ts";
import { readPlainYaml } from "./read-plain-yaml.ts";

/**
 * Strings, lists and maps only: no value changes its meaning, and no tag makes anything. Aliases are
 * refused, since a dozen of them can stand for a billion values; articles have no use for depth.
 */
const options = { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: 20 } as const;

const name = String.raw`(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'#[\]{}&*!|>%@\-][^:\n]*?|-[^\s:][^:\n]*?))`;
const outermost = new RegExp(`^${name}[ \\t]*:(?=[ \\t]|$)(.*)$`);

/** How a block of YAML is taken apart when it cannot be read whole. */
export const yamlFields: FieldSyntax = {
  first: outermost,
  read: (source) => readPlainYaml(source)?.fields ?? readMap(source),
  empty: /^\s*(?:#.*)?$/,
  asWritten: withoutQuotes,
};

/** A block of YAML. A field that cannot be read is kept as it was written, and is a fault. */
export function readYaml(source: string): BlockReading {
  const plain = readPlainYaml(source);
  if (plain !== undefined) return plain;
  try {
    const fields = readMap(source);
    return { fields, lines: outermostLines(source, fields), faults: [] };
  } catch {
    return readByField(source, yamlFields);
  }
}

/** A map by the whole parser. Throws when the text is none. */
function readMap(source: string): Fields {
  let value: unknown;
  try {
    value = load(source, options);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    throw new BrokenField(reason, mark?.line ?? 0, (mark?.column ?? 0) + 1, { cause: error });
  }
  const fields = fieldValue(value);
  if (!isFields(fields)) throw new BrokenField("it is not a map", 0, 1);
  return fields;
}

function outermostLines(source: string, fields: Fields): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [number, line] of source.split("\n").entries()) {
    const [, double, single, bare] = outermost.exec(line) ?? [];
    const field = double ?? single ?? bare;
    if (field !== undefined && field in fields && !lines.has(field)) lines.set(field, number);
  }
  return lines;
}
