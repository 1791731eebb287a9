/** Strings, which may go on over lines; comments; signs; and words: names, numbers, dates, truth values. */
const token =
  /"""(?:[^\\]|\\[^])*?"{3,5}|'''[^]*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\w+-][\w+.:-]*(?:(?<=\d{4}-\d\d-\d\d) \d\d:[\w.:+-]*)?|[ \t]+|[^]/gy;

const digits = String.raw`\d(?:_?\d)*`;
const whole = String.raw`(?:0|[1-9](?:_?\d)*)`;
const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?`;

/** What is a value by itself (TOML 1.1, https://toml.io). Anything else is for the parser to judge. */
const scalar = new RegExp(
  `^(?:${[
    String.raw`[+-]?${whole}(?:\.${digits})?(?:[eE][+-]?${digits})?`,
    String.raw`0(?:x[\dA-Fa-f](?:_?[\dA-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)`,
    String.raw`[+-]?(?:inf|nan)`,
    String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[Tt ]${time}(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?`,
    time,
  ].join("|")})$`,
);

/** A bracket that is open: a list, named values, or the name of a table. */
type Bracket = "list" | "map" | "table";

/**
 * TOML in which every number, date and truth value is a string of the characters that were written:
 * `1.10`, `2024-05-01T10:00:00Z`. No line begins elsewhere, but columns differ.
 */
export function quoteScalars(source: string): string {
  let quoted = "";
  let copied = 0;
  const open: Bracket[] = [];
  // Whether a value may come next, rather than a name.
  let isValue = false;
  token.lastIndex = 0;
  for (const { 0: each, index } of source.matchAll(token)) {
    const sign = each.charAt(0);
    if (sign === " " || sign === "\t" || sign === "#") continue;
    if (each === "[") {
      open.push(isValue ? "list" : "table");
    } else if (each === "{") {
      open.push("map");
      isValue = false;
    } else if (each === "]" || each === "}") {
      open.pop();
      isValue = false;
    } else if (each === "=") isValue = true;
    else if (each === ",") isValue = open.at(-1) === "list";
    else if (each === "\n") isValue &&= open.at(-1) === "list";
    else {
      if (isValue && scalar.test(each)) {
        quoted += `${source.slice(copied, index)}"${each}"`;
        copied = index + each.length;
      }
      isValue = false;
    }
  }
  return copied === 0 ? source : quoted + source.slice(copied);
}

/**
 * Where the statement ends that begins at a place: at the first line end outside of strings and brackets.
 * Undefined when a bracket stays open.
 */
export function endOfStatement(source: string, start: number): number | undefined {
  let depth = 0;
  token.lastIndex = start;
  for (let found = token.exec(source); found !== null; found = token.exec(source)) {
    const [each] = found;
    if (each === "[" || each === "{") depth++;
    else if (each === "]" || each === "}") depth--;
    else if (each === "\n" && depth <= 0) return found.index;
  }
  return depth <= 0 ? source.length : undefined;
}
