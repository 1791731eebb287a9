import type { Fields, FieldValue } from "./front-matter.ts";

/** What a parser made, as a value without types and prototypes. `text` says how other scalars are written. */
export function fieldValue(value: unknown, text: (scalar: unknown) => string = String): FieldValue {
  if (typeof value === "string" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => fieldValue(each, text));
  if (typeof value !== "object" || value instanceof Date) return text(value);
  const fields: Record<string, FieldValue> = Object.create(null);
  for (const [name, each] of Object.entries(value)) fields[name] = fieldValue(each, text);
  return fields;
}

/** Whether a value is a map of named values. */
export function isFields(value: FieldValue | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
