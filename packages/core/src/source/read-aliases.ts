import type { ProblemCode } from "../problem.ts";
import { cleanLine } from "../text/clean-text.ts";
import { type JsonText, readJson } from "../text/read-json.ts";
import { type AliasedField, aliasedFields, type FieldAliases, nameKey } from "./settings.ts";

/** Reads a JSON object's name, to find where its value begins. */
const key = /"(?:[^"\\]|\\.)*"\s*:\s*/y;

/**
 * The setting `fields` in a JSON text that is sound: for each field of an article, the archive's own names
 * for it, as a list or as one text. What cannot be used is passed over, and reported at its place.
 *
 * @param index where the name of the setting stands.
 */
export function readAliases(
  text: string,
  index: number,
  report: (code: ProblemCode, index: number, value: string) => void,
): FieldAliases | undefined {
  key.lastIndex = index;
  const start = index + (key.exec(text)?.[0].length ?? 0);
  const reading = readJson(text.slice(start));
  if ("fault" in reading || reading.keys.size === 0) {
    if (!text.startsWith("{", start)) report("settings-value", index, "fields");
    return undefined;
  }
  for (const duplicate of reading.duplicates) {
    report("key-duplicate", start + duplicate.index, `fields.${duplicate.key}`);
  }
  const aliases: Partial<Record<AliasedField, readonly string[]>> = {};
  const meanings = new Map<string, AliasedField>();
  for (const [name, at] of reading.keys) {
    const field = aliasedFields.find((each) => each === name);
    if (field === undefined) {
      report("settings-unknown", start + at, `fields.${name}`);
      continue;
    }
    const written = valueOf(reading.value, name);
    const names = namesIn(written);
    if (names === undefined) {
      report("settings-value", start + at, `fields.${name}: ${JSON.stringify(written)}`);
      continue;
    }
    for (const taken of names.filter((each) => meanings.has(nameKey(each)))) {
      const other = meanings.get(nameKey(taken)) ?? "";
      report("settings-value", start + at, `fields.${name}: ${taken} already stands for ${other}`);
    }
    const free = names.filter((each) => !meanings.has(nameKey(each)));
    for (const each of free) meanings.set(nameKey(each), field);
    aliases[field] = free;
  }
  return aliases;
}

function valueOf(object: JsonText, name: string): JsonText {
  if (typeof object !== "object" || object === null || Array.isArray(object)) return null;
  return Object.entries(object).find(([each]) => each === name)?.[1] ?? null;
}

function namesIn(value: JsonText): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const names = list.map((each: JsonText) => (typeof each === "string" ? cleanLine(each) : ""));
  return names.length === 0 || names.some((name) => nameKey(name) === "") ? undefined : names;
}
