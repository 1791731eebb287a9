import { cleanText, firstControl } from "../text/clean-text.ts";
import { codePointName } from "../text/code-point.ts";
import type { BlockReading, Fault } from "./block-reading.ts";
import { isFields } from "./field-value.ts";
import type { Fields, FieldValue } from "./front-matter.ts";

/**
 * A reading whose names and texts are safe to show. The text that it was read from is clean, but escapes
 * in it (`"\u001b[31m"`) can make any character. What an author should know of is a fault.
 *
 * @param source the block; its first line is line 1 of the reading.
 */
export function cleanReading(reading: BlockReading, source: string): BlockReading {
  if (!source.includes("\\")) return reading;
  const fields: Record<string, FieldValue> = Object.create(null);
  const lines = new Map<string, number>();
  const faults: Fault[] = [];
  const sourceLines = source.split("\n");
  for (const [name, value] of Object.entries(reading.fields)) {
    const line = reading.lines.get(name);
    const key = cleanText(name);
    if (isUnsafe(name) || holdsUnsafe(value)) {
      const fault = faultAt(sourceLines, line ?? 1);
      if (!isSamePlace(faults.at(-1), fault)) faults.push(fault);
    }
    if (key in fields) {
      faults.push({ code: "key-duplicate", line: line ?? 1, value: key });
      continue;
    }
    fields[key] = cleanValue(value);
    if (line !== undefined) lines.set(key, line);
  }
  return { fields, lines, faults: [...reading.faults, ...faults] };
}

/** Of several fields on one line, the first escape stands for all. */
function isSamePlace(one: Fault | undefined, other: Fault): boolean {
  return one?.line === other.line && one.column === other.column;
}

function cleanValue(value: FieldValue): FieldValue {
  if (typeof value === "string") return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanValue);
  return isFields(value) ? cleanFields(value) : value;
}

/** Of two names that are one when cleaned, the first holds. */
function cleanFields(fields: Fields): Fields {
  const clean: Record<string, FieldValue> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) clean[cleanText(name)] ??= cleanValue(value);
  return clean;
}

function holdsUnsafe(value: FieldValue): boolean {
  if (typeof value === "string") return isUnsafe(value);
  if (Array.isArray(value)) return value.some(holdsUnsafe);
  return (
    isFields(value) &&
    Object.entries(value).some(([name, each]) => isUnsafe(name) || holdsUnsafe(each))
  );
}

/** Whether a text holds what an author should know of: half a character, or one that steers or hides. */
function isUnsafe(text: string): boolean {
  return !text.isWellFormed() || firstControl(text) >= 0;
}

/** Escapes of YAML, TOML and JSON that stand for any character, and for those that are never shown. */
const escape =
  /\\(?:(u[\dA-Fa-f]{4}(?:\\u[\dA-Fa-f]{4})*)|(?:U([\dA-Fa-f]{8})|x([\dA-Fa-f]{2}))|([0abefv])|[^])/g;

const controls: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  f: "\f",
  v: "\u000b",
};

/** The first escape, from a line on, that stands for what is left out. */
function faultAt(lines: readonly string[], from: number): Fault {
  for (let number = from; number <= lines.length; number++) {
    const line = lines[number - 1] ?? "";
    for (const found of line.matchAll(escape)) {
      const unsafe = Array.from(meaning(found)).find(isUnsafe);
      if (unsafe === undefined) continue;
      const place = { line: number, column: found.index + 1 };
      return { code: "control-characters", ...place, value: codePointName(unsafe) };
    }
  }
  return { code: "control-characters", line: from, value: "" };
}

function meaning([, units, long, short, letter]: RegExpExecArray): string {
  if (letter !== undefined) return controls[letter] ?? "";
  if (units === undefined) return characterOf(Number.parseInt(long ?? short ?? "0020", 16));
  const numbers = units.split("\\").map((each) => Number.parseInt(each.slice(1), 16));
  return String.fromCharCode(...numbers);
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
