import { parse, TomlError } from "smol-toml";
import { BrokenField } from "./broken-field.ts";
import { fieldValue, isFields, maxDepth } from "./field-value.ts";
import type { Fields } from "./front-matter.ts";
import { quoteScalars } from "./toml-scalars.ts";

const options = { integersAsBigInt: true, maxDepth } as const;

/** Whole TOML, its scalars as they were written. Throws a `BrokenField` when it is none. */
export function readTomlTable(source: string): Fields {
  const quoted = quoteScalars(source);
  try {
    return fieldsOf(quoted);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
  }
  // Once more as it was written, for the column of the fault.
  try {
    return fieldsOf(source);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ""] = error.message.split("\n");
    throw new BrokenField(reason, error.line - 1, error.column, { cause: error });
  }
}

function fieldsOf(source: string): Fields {
  const fields = fieldValue(parse(source, options));
  if (!isFields(fields)) throw new BrokenField("it is not a table", 0, 1);
  return fields;
}
