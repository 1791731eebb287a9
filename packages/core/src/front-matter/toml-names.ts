import { withoutQuotes } from "./broken-field.ts";

/** A name, as a part of a regular expression. */
export const tomlName: string = String.raw`(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)`;

const names = new RegExp(tomlName, "g");

/** The names in a dotted one, without their quotation marks. */
export function tomlNamesIn(dotted: string): readonly string[] {
  return (dotted.match(names) ?? []).map((each) => {
    if (!each.startsWith('"')) return withoutQuotes(each);
    try {
      return String(JSON.parse(each));
    } catch {
      // Of escapes that JSON does not have, only the field's line is lost.
      return withoutQuotes(each);
    }
  });
}
