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
  const before = isInner ? String.raw`^(?:.*?[{,.\s"'])??` : String.raw`^[\s"'{]*`;
  const key = new RegExp(`${before}${literal(name)}["']?\\s*[:=]\\s*`);
  let start = startOfLine(text, line);
  for (let number = line; number <= line + (isInner ? maxLinesBelow : 0); number++) {
    const end = text.indexOf("\n", start);
    const written = text.slice(start, end < 0 ? text.length : end);
    const length = key.exec(written)?.[0].length;
    if (length !== undefined) {
      return length < written.length ? { line: number, column: length + 1 } : { line: number };
    }
    if (end < 0) break;
    start = end + 1;
  }
  return { line };
}

/** A text as a part of a regular expression. */
function literal(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) start = text.indexOf("\n", start) + 1;
  return start;
}
