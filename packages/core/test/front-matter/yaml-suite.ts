import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { FAILSAFE_SCHEMA, load } from "js-yaml";

/** A case of the YAML test suite. */
export type YamlCase = {
  /** The name of its file, with a number where the file has several: `26DV`, `2G84-1`. */
  readonly id: string;
  readonly yaml: string;
  /** Events of a parser, one a line; of a text that is no YAML, those before the fault. */
  readonly events: readonly string[];
  /** Whether a parser must refuse it. */
  readonly fails: boolean;
};

/** Every case in a folder of the suite. */
export function yamlCases(folder: string): readonly YamlCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .flatMap((name) => {
      const written = load(readFileSync(join(folder, name), "utf8"), { schema: FAILSAFE_SCHEMA });
      const entries = written as readonly { readonly [key: string]: string }[];
      let tree = "";
      return entries.map(({ yaml = "", fail, ...entry }, index): YamlCase => {
        tree = entry["tree"] ?? tree;
        const id = basename(name, ".yaml") + (entries.length === 1 ? "" : `-${String(index)}`);
        const events = tree.split("\n").map((line) => line.trim());
        return { id, yaml: visible(yaml), events, fails: fail === "true" };
      });
    });
}

/** The suite writes characters that are not seen as others that are. */
function visible(yaml: string): string {
  return yaml
    .replaceAll("␣", " ")
    .replaceAll(/—*»/g, "\t")
    .replaceAll("←", "\r")
    .replaceAll("⇔", "\ufeff")
    .replaceAll("↵", "")
    .replace(/∎\n$/, "");
}

/** A value as its characters: text, a list, or named values. */
export type WrittenValue =
  | string
  | readonly WrittenValue[]
  | { readonly [name: string]: WrittenValue };

/**
 * The one document that events tell of; undefined when there are several, when it has aliases, or when the
 * name of a value is a list or map.
 */
export function documentOf(events: readonly string[]): WrittenValue | undefined {
  if (events.filter((event) => event.startsWith("+DOC")).length !== 1) return undefined;
  const left = events.filter((event) => /^(?:[+-](?:MAP|SEQ)|=)/.test(event));
  try {
    return valueFrom(left);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class NotPlain extends Error {}

/** Takes the events of one value from the front of a list. */
function valueFrom(events: string[]): WrittenValue {
  const event = events.shift() ?? "";
  if (event.startsWith("=VAL")) return scalar(event);
  if (event.startsWith("+SEQ")) {
    const items: WrittenValue[] = [];
    while (!events[0]?.startsWith("-SEQ")) items.push(valueFrom(events));
    events.shift();
    return items;
  }
  if (!event.startsWith("+MAP")) throw new NotPlain(event);
  const values: { [name: string]: WrittenValue } = {};
  while (!events[0]?.startsWith("-MAP")) {
    const name = valueFrom(events);
    if (typeof name !== "string") throw new NotPlain("a name that is a list or map");
    values[name] = valueFrom(events);
  }
  events.shift();
  return values;
}

const escapes: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r", b: "\b" };

/** `=VAL &anchor <tag> :text`, where the sign before the text tells how it was written. */
function scalar(event: string): string {
  const [, text = ""] = /^=VAL (?:&\S+ )?(?:<[^>]*> )?[:'"|>](.*)$/s.exec(event) ?? [];
  return text
    .replaceAll("␣", " ")
    .replaceAll(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter);
}
