import type { BlockReading } from "./block-reading.ts";
import type { FieldValue } from "./front-matter.ts";

const fieldLine = /^([A-Za-z_][\w-]*):(?: (.*))?$/;
const itemLine = /^( *)- +(.*)$/;
const blankLine = /^[ \t]*(?:#.*)?$/;

/** Most values: nothing in them needs a second look. */
const plainest = /^[A-Za-z\d][^:#\t,[\]{}"'\r\u2028\u2029]*$/;

/** Plain text that means itself: begins like a word and holds nothing that could be a comment or a map. */
const plain = /^[^\s\-?:,[\]{}#&*!|>'"%@`\\](?!.*(?:: | #|:$|\t))/;
const plainItem = /^[^\s\-?:,[\]{}#&*!|>'"%@`\\](?!.*(?:: | #|:$|\t|[,[\]{}"']))/;

/**
 * The YAML that nearly every article has: one line a field, text with or without quotation marks, lists
 * of such. Undefined when there is anything else, which then needs a whole parser. What it reads, it reads
 * as that parser does.
 */
export function readPlainYaml(source: string): BlockReading | undefined {
  // Made so, articles whose fields have the same names share the list of them: half the memory and time.
  const fields: Record<string, FieldValue> = Object.setPrototypeOf({}, null);
  const lines = new Map<string, number>();
  let list: string[] | undefined;
  let indent = -1;
  let listName = "";
  let number = -1;
  for (const line of source.split("\n")) {
    number++;
    if (line === "" || blankLine.test(line)) {
      // A comment among items is rare, and its indentation matters.
      if (line.includes("#") && list !== undefined) return undefined;
      continue;
    }
    const item = line.startsWith(" ") || line.startsWith("-") ? itemLine.exec(line) : null;
    if (item !== null) {
      const [, spaces = "", written = ""] = item;
      const value = readScalar(written, plain);
      if (list === undefined || value === undefined || value === "") return undefined;
      if (indent >= 0 && spaces.length !== indent) return undefined;
      indent = spaces.length;
      list.push(value);
      fields[listName] = list;
      continue;
    }
    const [, name, written = ""] = fieldLine.exec(line) ?? [];
    if (name === undefined || name in fields) return undefined;
    const value = readValue(written);
    if (value === undefined) return undefined;
    fields[name] = value;
    lines.set(name, number);
    list = trimBlanks(written) === "" ? [] : undefined;
    listName = name;
    indent = -1;
  }
  return { fields, lines, faults: [] };
}

function readValue(written: string): FieldValue | undefined {
  if (!written.startsWith("[")) return readScalar(written, plain);
  const list = trimBlanks(written);
  if (!list.endsWith("]") || list.includes("\t")) return undefined;
  const items = list.slice(1, -1).split(",").map(trimBlanks);
  // A comma may follow the last item.
  if (items.at(-1) === "") items.pop();
  const values: string[] = [];
  for (const item of items) {
    const value = readScalar(item, plainItem);
    if (value === undefined || item === "") return undefined;
    values.push(value);
  }
  return values;
}

function readScalar(written: string, plainText: RegExp): string | undefined {
  const text = trimBlanks(written);
  if (text === "") return "";
  const quote = text.charAt(0);
  if (quote === '"' || quote === "'") {
    const inner = text.slice(1, -1);
    const closed = text.length > 1 && text.endsWith(quote);
    return closed && !inner.includes(quote) && !inner.includes("\\") ? inner : undefined;
  }
  return plainest.test(text) || plainText.test(text) ? text : undefined;
}

/** YAML's blanks are the space and the tab, and no other. */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09;
}
