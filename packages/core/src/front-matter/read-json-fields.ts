import { readJson } from "../text/read-json.ts";
import type { BlockReading } from "./block-reading.ts";
import { fieldValue, isFields } from "./field-value.ts";
import { lineCounter } from "./line-counter.ts";
import { readBrokenJson } from "./read-broken-json.ts";

/** A block of JSON. A field that cannot be read is kept as it was written, and is a fault. */
export function readJsonFields(source: string): BlockReading {
  const reading = readJson(source);
  if ("fault" in reading) return readBrokenJson(source, reading);
  const rest = source.slice(reading.end).search(/\S/);
  const fields = fieldValue(reading.value);
  if (rest >= 0 || !isFields(fields)) {
    return readBrokenJson(source, { fault: "", index: reading.end + Math.max(rest, 0) });
  }
  // One for each list, since both are in the order of the text.
  const place = lineCounter(source);
  const placeOfDuplicate = lineCounter(source);
  return {
    fields,
    lines: new Map([...reading.keys].map(([key, index]) => [key, place(index).line])),
    faults: reading.duplicates.map(({ key, index }) => ({
      code: "key-duplicate",
      ...placeOfDuplicate(index),
      value: key,
    })),
  };
}
