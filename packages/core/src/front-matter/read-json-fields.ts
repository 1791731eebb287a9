import { readJson } from "../text/read-json.ts";
import { lineAndColumn } from "../text/clean-text.ts";
import type { BlockReading } from "./block-reading.ts";
import { fieldValue, isFields } from "./field-value.ts";
import type { Fields } from "./front-matter.ts";
import { BrokenField, type FieldSyntax, readByField } from "./read-by-field.ts";

export const jsonFields: FieldSyntax = {
  first: /^[ \t{]*"((?:[^"\\]|\\.)*)"[ \t]*:[ \t]*(.*?),?[ \t]*}?$/,
  read: (line) => {
    const reading = readJson(`{${line.replace(/^[ \t]*\{/, "").replace(/[,}\s]+$/, "")}}`);
    if ("fault" in reading) throw new BrokenField(reading.fault, 0, reading.index);
    return fieldsOf(reading.value);
  },
  empty: /^[\s{]*$/,
  asWritten: (text) => text.replace(/^"|"?[,}\s]*$/g, ""),
};

/** A block of JSON. A field that cannot be read is kept as it was written, and is a fault. */
export function readJsonFields(source: string): BlockReading {
  const reading = readJson(source);
  if ("fault" in reading || /\S/.test(source.slice(reading.end))) {
    return readByField(source, jsonFields);
  }
  const lineOf = (index: number): number => lineAndColumn(source, index).line - 1;
  return {
    fields: fieldsOf(reading.value),
    lines: new Map([...reading.keys].map(([key, index]) => [key, lineOf(index)])),
    faults: reading.duplicates.map(({ key, index }) => ({
      code: "key-duplicate",
      line: lineOf(index),
      value: key,
    })),
  };
}

function fieldsOf(value: unknown): Fields {
  const fields = fieldValue(value);
  if (!isFields(fields)) throw new BrokenField("it is not an object", 0, 1);
  return fields;
}
