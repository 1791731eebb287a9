import { readJson } from "../text/read-json.ts";
import type { BlockReading, Fault } from "./block-reading.ts";
import { maxFaults } from "./broken-field.ts";
import { fieldValue } from "./field-value.ts";
import type { Fields, FieldValue } from "./front-matter.ts";
import { lineCounter } from "./line-counter.ts";

/** Deeper objects are kept as text; nobody nests so deep by hand. */
const maxLevels = 8;

const betweenFields = /[\s,]*/y;
const name = /"(?:[^"\\\n]|\\.)*"(?=\s*:)/y;
const colon = /\s*:\s*/y;
/** A value that cannot be read: to the next line that begins with a name or closes an object. */
const brokenValue = /[^\n]*(?:\n(?![ \t]*(?:"(?:[^"\\\n]|\\.)*"[ \t]*:|\}))[^\n]*)*/y;
const restOfLine = /[^\n]*/y;

/**
 * JSON that cannot be read whole. Each field is read by itself, so that a broken one costs no other: it is
 * kept as text, in the object that it stands in. Of two with one name the first holds.
 *
 * @param whole why it cannot be read whole, where it is known.
 */
export function readBrokenJson(
  source: string,
  whole?: { readonly fault: string; readonly index: number },
): BlockReading {
  const placeOf = lineCounter(source);
  const lines = new Map<string, number>();
  const faults: Fault[] = [];
  let at = 0;

  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? "";
    at += found.length;
    return found;
  }

  function report(code: Fault["code"], index: number, value: string): void {
    faults.push({ code, ...placeOf(index), value });
  }

  function readObject(level: number): Fields {
    const fields: Record<string, FieldValue> = Object.create(null);
    let strays = 0;
    for (;;) {
      take(betweenFields);
      if (at >= source.length) return fields;
      const start = at;
      if (source.startsWith("}", at)) {
        at++;
        return fields;
      }
      const written = take(name);
      if (written === "") {
        const stray = take(restOfLine).trim();
        if (strays++ === 0) report("front-matter-broken", start, stray);
        continue;
      }
      const key = unquoted(written);
      take(colon);
      const value = readField(level);
      if (key in fields) report("key-duplicate", start, key);
      else {
        fields[key] = value;
        if (level === 0) lines.set(key, placeOf(start).line);
      }
    }
  }

  function readField(level: number): FieldValue {
    const start = at;
    if (faults.length >= maxFaults && /[[{]/.test(source.charAt(at)))
      return asWritten(take(brokenValue));
    const isObject = source.startsWith("{", at) && level < maxLevels;
    const reading = readJson(source.slice(at));
    if (!("fault" in reading)) {
      at += reading.end;
      return fieldValue(reading.value);
    }
    if (isObject) {
      at++;
      return readObject(level + 1);
    }
    const text = take(brokenValue);
    if (faults.length < maxFaults) {
      const { line } = placeOf(start + reading.index);
      report("front-matter-broken", start + reading.index, source.split("\n")[line]?.trim() ?? "");
    }
    return asWritten(text);
  }

  const [opening = ""] = /^\s*\{?/.exec(source) ?? [];
  at = opening.length;
  const fields = readObject(0);
  if (faults.length === 0 && whole !== undefined)
    report("front-matter-broken", whole.index, whole.fault);
  return { fields, lines, faults };
}

function unquoted(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1, -1);
  }
}

/** A value as its author meant it: on one line, without quotation marks and without what closes the object. */
function asWritten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.replace(/^"|"?[,}\s]*$/g, "");
}
