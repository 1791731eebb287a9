/** JSON with every number and truth value as the text that was written. Objects have no prototype. */
export type JsonText = string | null | readonly JsonText[] | { readonly [key: string]: JsonText };

/** A JSON value at the start of a text, or the place where the text stops being JSON. */
export type JsonReading =
  | {
      readonly value: JsonText;
      /** Where the value ends, in UTF-16 units. */
      readonly end: number;
      /** Where each key of the outermost object stands. */
      readonly keys: ReadonlyMap<string, number>;
      /** Keys of the outermost object that came before; their first value holds. */
      readonly duplicates: readonly { readonly key: string; readonly index: number }[];
    }
  | { readonly fault: string; readonly index: number };

/** Deeper values than these are an attack, not data. */
const maxDepth = 20;

const spaces = /[ \t\n\r]*/y;
// eslint-disable-next-line no-control-regex -- JSON forbids control characters inside strings
const string = /"(?:[^"\\\x00-\x1f]|\\.)*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Fault extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

/** Reads one JSON value (RFC 8259) and says where its keys stand, which `JSON.parse` does not. */
export function readJson(text: string): JsonReading {
  const keys = new Map<string, number>();
  const duplicates: { key: string; index: number }[] = [];
  let place = 0;

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = place;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) place += found.length;
    return found;
  }

  /** Passes over spaces and, if it comes next, the character. */
  function take(character: string): boolean {
    match(spaces);
    const taken = text.startsWith(character, place);
    if (taken) place += character.length;
    return taken;
  }

  function expect(character: string): void {
    if (!take(character)) throw new Fault(`“${character}” is missing`, place);
  }

  function readString(what: string): string {
    const start = place;
    const written = match(string);
    if (written === undefined) throw new Fault(`${what} is missing`, start);
    try {
      return String(JSON.parse(written));
    } catch {
      throw new Fault("a backslash stands before a character that needs none", start);
    }
  }

  function readList(depth: number): readonly JsonText[] {
    const list: JsonText[] = [];
    if (take("]")) return list;
    do list.push(readValue(depth + 1));
    while (take(","));
    expect("]");
    return list;
  }

  function readObject(depth: number): JsonText {
    const object: Record<string, JsonText> = Object.create(null);
    if (take("}")) return object;
    do {
      match(spaces);
      const index = place;
      const key = readString("a name in quotation marks");
      expect(":");
      const value = readValue(depth + 1);
      const known = key in object;
      if (!known) object[key] = value;
      if (depth > 0) continue;
      if (known) duplicates.push({ key, index });
      else keys.set(key, index);
    } while (take(","));
    expect("}");
    return object;
  }

  function readValue(depth: number): JsonText {
    if (depth > maxDepth) throw new Fault("it is nested too deeply", place);
    if (take("{")) return readObject(depth);
    if (take("[")) return readList(depth);
    if (text.startsWith('"', place)) return readString("a closing quotation mark");
    const written = match(scalar);
    if (written === undefined) throw new Fault("a value is missing", place);
    return written === "null" ? null : written;
  }

  try {
    const value = readValue(0);
    return { value, end: place, keys, duplicates };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message, index: error.index };
    throw error;
  }
}
