import { BrokenField } from "./broken-field.ts";
import type { Fields, FieldValue } from "./front-matter.ts";

/** Deeper values than these are an attack, not data. */
export const maxDepth = 20;

/** What a parser made, as a value without types and prototypes. Throws a `BrokenField` when it is nested too deeply. */
export function fieldValue(value: unknown, depth: number = 0): FieldValue {
  if (typeof value === "string" || value === null) return value;
  if (depth > maxDepth) throw new BrokenField("it is nested too deeply", 0, 1);
  if (Array.isArray(value)) return value.map((each) => fieldValue(each, depth + 1));
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number" || typeof value === "bigint") return value.toString();
  if (typeof value !== "object") return value === undefined ? null : JSON.stringify(value);
  const fields: Record<string, FieldValue> = Object.create(null);
  for (const [name, each] of Object.entries(value)) fields[name] = fieldValue(each, depth + 1);
  return fields;
}

/** Whether a value is a map of named values. */
export function isFields(value: FieldValue | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
