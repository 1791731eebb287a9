/** The name of a field in front matter, and the line that is known for it. */
export type FieldPlace = {
  readonly name: string;
  /** The line in the file, from 1; of a field inside a map, the map's. Undefined where it is not known. */
  readonly line: number | undefined;
  /** Whether it stands in a map of front matter, below the map's line. */
  readonly isInner: boolean;
};

/** A field inside a map is looked for on so many lines. */
const maxLinesBelow = 200;

/** Where the value of a field stands: its line, and its column when it begins on the line of its name. */
export function placeOfValue(
  text: string,
  { name, line, isInner }: FieldPlace,
): { readonly line?: number; readonly column?: number } {
  if (line === undefined) return {};
  let start = startOfLine(text, line);
  for (let number = line; number <= line + (isInner ? maxLinesBelow : 0); number++) {
    const end = text.indexOf("\n", start);
    const written = text.slice(start, end < 0 ? text.length : end);
    const length = startOfValue(written, name, isInner);
    if (length >= 0) {
      return length < written.length ? { line: number, column: length + 1 } : { line: number };
    }
    if (end < 0) break;
    start = end + 1;
  }
  return { line };
}

/** What stands before a name, and between it and its value. */
const beforeName = /^[\s"'{]*$/;
const beforeInnerName = /^$|[{,.\s"']$/;
const afterName = /["']?\s*[:=]\s*/y;

/** Where on a line the value of a name begins; -1 where none does. */
function startOfValue(line: string, name: string, isInner: boolean): number {
  const before = isInner ? beforeInnerName : beforeName;
  let from = 0;
  for (let at = line.indexOf(name); at >= 0 && at < line.length; at = line.indexOf(name, at + 1)) {
    const isName = before.test(line.slice(from, at));
    if (!isName && !isInner) return -1;
    afterName.lastIndex = at + name.length;
    if (isName && afterName.test(line)) return afterName.lastIndex;
    from = at;
  }
  return -1;
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) start = text.indexOf("\n", start) + 1;
  return start;
}
