import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import { BrokenField } from "./broken-field.ts";
import { fieldValue, isFields, maxDepth } from "./field-value.ts";
import type { Fields } from "./front-matter.ts";

/**
 * Strings, lists and maps only: no value changes its meaning, and no tag makes anything. Aliases are
 * refused, since a dozen of them can stand for a billion values.
 */
const options = { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth } as const;

const name = String.raw`(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'#[\]{}&*!|>%@\-][^:\n]*?|-[^\s:][^:\n]*?))`;

/** The first line of an outermost field: its name in one of three groups, its value in the last. */
export const yamlField: RegExp = new RegExp(`^${name}[ \\t]*:(?=[ \\t]|$)(.*)$`);

/** The name of the field that a line begins; undefined when it begins none. */
export function yamlNameIn(line: string): string | undefined {
  const [, double, single, bare] = yamlField.exec(line) ?? [];
  if (double?.includes("\\") !== true) return double ?? single ?? bare;
  try {
    return Object.keys(readYamlMap(`"${double}":`))[0];
  } catch {
    return double;
  }
}

/** A map by the whole parser. Throws a `BrokenField` when the text is none. */
export function readYamlMap(source: string): Fields {
  let value: unknown;
  try {
    value = load(source, options);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    throw new BrokenField(reason, mark?.line ?? 0, (mark?.column ?? 0) + 1, { cause: error });
  }
  const fields = fieldValue(value);
  if (!isFields(fields)) throw new BrokenField("it is not a map", 0, 1);
  return fields;
}
