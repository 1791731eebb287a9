import { cleanText } from "../text/clean-text.ts";

/** A value that JSON can hold. */
export type PlainJson =
  | string
  | number
  | boolean
  | null
  | readonly PlainJson[]
  | { readonly [key: string]: PlainJson };

/** How deep a value is shown; what lies deeper is null. Nobody nests that deep by hand. */
const maxDepth = 16;

/** Most values within one: front matter of 64 KiB holds fewer, but YAML aliases can multiply them. */
const maxValues = 20_000;

/**
 * A value of unknown make as JSON can hold it: dates and large numbers as strings, what JSON has no word
 * for as null. Strings are cleaned, since escapes in front matter may have made control characters. Keys
 * such as `__proto__` stay plain keys.
 */
export function plainJson(value: unknown): PlainJson {
  return plain(value, 0, { left: maxValues });
}

function plain(value: unknown, depth: number, values: { left: number }): PlainJson {
  if (typeof value === "string") return cleanText(value);
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value !== "object" || value === null || depth === maxDepth) return null;
  if (--values.left < 0) return null;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1, values));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [cleanText(key), plain(item, depth + 1, values)]),
  );
}
