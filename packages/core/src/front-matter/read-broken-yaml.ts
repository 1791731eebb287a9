import type { BlockReading, Fault } from "./block-reading.ts";
import { BrokenField, maxFaults, withoutQuotes } from "./broken-field.ts";
import type { FieldValue } from "./front-matter.ts";
import { readPlainYaml } from "./read-plain-yaml.ts";
import { readYamlMap, yamlField, yamlNameIn } from "./yaml-map.ts";

/** Maps within maps that are taken apart; nobody nests deeper by hand. */
const maxLevels = 4;

/** A line before all fields that says nothing: an empty one, a comment. */
const empty = /^\s*(?:#.*)?$/;

/** A field's lines. */
type Part = { readonly name: string; readonly line: number; readonly lines: string[] };

/**
 * YAML that cannot be read whole. Each field is read by itself, so that a broken one costs no other: it is
 * kept as text, and one that is a map is taken apart in its turn. Of two with one name the first holds,
 * since it is the one that a reader sees.
 */
export function readBrokenYaml(source: string, level: number = 0): BlockReading {
  const fields: Record<string, FieldValue> = Object.create(null);
  const lines = new Map<string, number>();
  const faults: Fault[] = straysIn(source);
  for (const part of divide(source)) {
    const { name, line } = part;
    if (name in fields) {
      faults.push({ code: "key-duplicate", line, column: 1, value: name });
      continue;
    }
    lines.set(name, line);
    fields[name] = textOf(part);
    if (faults.length >= maxFaults) continue;
    try {
      fields[name] = readOne(part.lines, name);
    } catch (error) {
      if (!(error instanceof BrokenField)) throw error;
      const indented = readIndented(part);
      const inner =
        indented === undefined && level < maxLevels ? readInner(part, level) : undefined;
      if (indented !== undefined) fields[name] = indented;
      else if (inner === undefined) faults.push(faultIn(part, error));
      else {
        fields[name] = inner.fields;
        faults.push(...inner.faults);
      }
    }
  }
  return { fields, lines, faults };
}

function readOne(lines: readonly string[], name: string): FieldValue {
  const source = lines.join("\n");
  return (readPlainYaml(source)?.fields ?? readYamlMap(source))[name] ?? null;
}

/** The first line that belongs to no field, since none has begun. */
function straysIn(source: string): Fault[] {
  const lines = source.split("\n");
  const line = lines.findIndex((each) => !empty.test(each));
  const stray = lines[line] ?? "";
  if (line < 0 || yamlField.test(stray)) return [];
  const column = stray.search(/\S/) + 1;
  return [{ code: "front-matter-broken", line, column, value: stray.trim() }];
}

/** A name that can be nothing else, where a value in quotation marks may still be open. */
const certainName = /^["']?[\w-]+["']?[ \t]*:/;

/** A value whose quotation mark is not closed on its line. */
const openQuote = /:[ \t]*(?:"(?:[^"\\]|\\.)*|'[^']*)$/;

function divide(source: string): Part[] {
  const parts: Part[] = [];
  let isOpen = false;
  for (const [number, line] of source.split("\n").entries()) {
    const name = isOpen && !certainName.test(line) ? undefined : yamlNameIn(line);
    if (name !== undefined) {
      parts.push({ name, line: number, lines: [line] });
      isOpen = openQuote.test(line);
    } else parts.at(-1)?.lines.push(line);
  }
  return parts;
}

/** A value in quotation marks whose second line is not indented, which most tools allow, read as if it were. */
function readIndented({ name, lines }: Part): FieldValue | undefined {
  if (!/:[ \t]*["']/.test(lines[0] ?? "")) return undefined;
  const indented = lines.map((line, index) =>
    index > 0 && /^[^\s-]/.test(line) ? `  ${line}` : line,
  );
  try {
    return readOne(indented, name);
  } catch {
    return undefined;
  }
}

/** A map below its name, of which at least one field cannot be read. */
function readInner({ line, lines }: Part, level: number): BlockReading | undefined {
  const [head = "", ...rest] = lines;
  if ((yamlField.exec(head)?.at(-1) ?? "").trim() !== "") return undefined;
  const first = rest.find((each) => !empty.test(each)) ?? "";
  const indent = first.search(/[^ ]/);
  if (indent < 1 || !yamlField.test(first.slice(indent))) return undefined;
  const isWithin = (each: string): boolean => empty.test(each) || !/\S/.test(each.slice(0, indent));
  if (!rest.every(isWithin)) return undefined;
  const { fields, faults } = readBrokenYaml(
    rest.map((each) => each.slice(indent)).join("\n"),
    level + 1,
  );
  return {
    fields,
    lines: new Map(),
    faults: faults.map((fault) => ({
      ...fault,
      line: line + 1 + fault.line,
      ...(fault.column === undefined ? {} : { column: indent + fault.column }),
    })),
  };
}

function textOf({ lines }: Part): string {
  const [head = "", ...rest] = lines;
  const value = yamlField.exec(head)?.at(-1) ?? "";
  const all = [value, ...rest].map((line) => line.trim()).filter((line) => line !== "");
  return withoutQuotes(all.join(" "));
}

function faultIn({ line, lines }: Part, error: BrokenField): Fault {
  // What is missing at the end is found missing below the last line that holds anything.
  const within = lines.findLastIndex((each, index) => index <= error.line && /\S/.test(each));
  const broken = lines[within] ?? "";
  return {
    code: "front-matter-broken",
    line: line + within,
    column: within === error.line ? error.column : broken.trimEnd().length + 1,
    value: broken.trim(),
  };
}
