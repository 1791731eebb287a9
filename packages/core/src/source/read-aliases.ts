import { cleanLine } from "../text/clean-text.ts";
import type { JsonText } from "../text/read-json.ts";
import { innerObject } from "./inner-json.ts";
import type { WrittenSetting } from "./setting-forms.ts";
import { type AliasedField, aliasedFields, type FieldAliases, nameKey } from "./settings.ts";

/**
 * The setting `fields`: for each field of an article, the archive's own names for it, as a list or as one
 * text. What cannot be used is passed over, and reported at its place.
 */
export function readAliases({ text, index, report }: WrittenSetting): FieldAliases | undefined {
  const object = innerObject(text, index);
  if (object === undefined) return undefined;
  for (const duplicate of object.duplicates) {
    report("key-duplicate", duplicate.index, `fields.${duplicate.key}`);
  }
  const aliases: Partial<Record<AliasedField, readonly string[]>> = {};
  const meanings = new Map<string, AliasedField>();
  for (const { name, value: written, index: place } of object.keys) {
    const field = aliasedFields.find((each) => each === name);
    if (field === undefined) {
      report("settings-unknown", place, `fields.${name}`);
      continue;
    }
    const names = namesIn(written);
    if (names === undefined) {
      report("settings-value", place, `fields.${name}: ${JSON.stringify(written)}`);
      continue;
    }
    for (const taken of names.filter((each) => meanings.has(nameKey(each)))) {
      const other = meanings.get(nameKey(taken)) ?? "";
      report("settings-value", place, `fields.${name}: ${taken} already stands for ${other}`);
    }
    const free = names.filter((each) => !meanings.has(nameKey(each)));
    for (const each of free) meanings.set(nameKey(each), field);
    aliases[field] = free;
  }
  return aliases;
}

function namesIn(value: JsonText): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const names = list.map((each: JsonText) => (typeof each === "string" ? cleanLine(each) : ""));
  return names.length === 0 || names.some((name) => nameKey(name) === "") ? undefined : names;
}
