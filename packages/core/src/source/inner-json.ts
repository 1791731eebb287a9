import { type JsonText, readJson } from "../text/read-json.ts";

/** Reads a JSON object's name, to find where its value begins. */
const key = /"(?:[^"\\]|\\.)*"\s*:\s*/y;

const separator = /\s*,?\s*/y;

/** Where the value begins of a key that stands at `index` of a JSON text that is sound. */
function valueStart(text: string, index: number): number {
  key.lastIndex = index;
  return index + (key.exec(text)?.[0].length ?? 0);
}

/** A key of an object, its value, and where it stands in the whole text. */
export type InnerKey = { readonly name: string; readonly value: JsonText; readonly index: number };

/** The keys of an object inside a JSON text that is sound, and those that were named before. */
export type InnerObject = {
  readonly keys: readonly InnerKey[];
  readonly duplicates: readonly { readonly key: string; readonly index: number }[];
};

/** The object that is the value of the key at `index`; undefined when the value is something else. */
export function innerObject(text: string, index: number): InnerObject | undefined {
  const start = valueStart(text, index);
  const reading = readJson(text.slice(start));
  if ("fault" in reading || !isObject(reading.value)) return undefined;
  const { value, keys, duplicates } = reading;
  return {
    keys: [...keys].map(([name, at]) => ({ name, value: value[name] ?? null, index: start + at })),
    duplicates: duplicates.map((each) => ({ key: each.key, index: start + each.index })),
  };
}

/** The items of the list that is the value of the key at `index`, or the value alone; where each stands. */
export function innerItems(
  text: string,
  index: number,
): readonly { readonly value: JsonText; readonly index: number }[] {
  let place = valueStart(text, index);
  if (!text.startsWith("[", place)) {
    const reading = readJson(text.slice(place));
    return "fault" in reading ? [] : [{ value: reading.value, index }];
  }
  const items: { value: JsonText; index: number }[] = [];
  for (place++; ;) {
    separator.lastIndex = place;
    place += separator.exec(text)?.[0].length ?? 0;
    const reading = readJson(text.slice(place));
    if ("fault" in reading) return items;
    items.push({ value: reading.value, index: place });
    place += reading.end;
  }
}

/** Whether a value is an object. */
export function isObject(value: JsonText): value is { readonly [key: string]: JsonText } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
