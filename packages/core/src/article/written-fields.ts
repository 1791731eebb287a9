import type { Fields, FieldValue, FrontMatter } from "../front-matter/front-matter.ts";
import { isFields } from "../front-matter/field-value.ts";
import { cleanLine } from "../text/clean-text.ts";
import type { FieldLookup, ModelField } from "./field-names.ts";
import type { FieldPlace } from "./field-place.ts";

/** A value that front matter gives for a field of the model, and the name it stands under. */
export type Written = FieldPlace & { readonly value: FieldValue };

/** A value that was made of one, and where that stands. */
export type Placed<Value> = FieldPlace & { readonly value: Value };

/** What front matter says, by the fields of the model. */
export type WrittenFields = {
  /**
   * The first value, best name first, of which something can be made; it is then used. `read` reports why
   * another cannot be.
   */
  readonly take: <Value>(
    field: ModelField,
    read: (written: Written) => Value | undefined,
  ) => Placed<Value> | undefined;
  /** What nothing was made of: unknown names, values that cannot be used, second names for one field. */
  readonly unused: () => Readonly<Record<string, unknown>>;
};

/** Maps inside front matter whose values are the article's: Zola's two, and Hugo's. */
const innerMaps = new Set(["extra", "taxonomies", "params"]);

/** A name inside such a map is worse than any outside. */
const innerRank = 1_000;

/** A value that stands for a field of the model, in the front matter itself or in one of its maps. */
type Known = Written & {
  readonly map: Fields;
  readonly field: ModelField;
  readonly rank: number;
};

/** Sorts front matter by the fields of the model. */
export function writtenFields(
  { fields, format, lines }: FrontMatter,
  lookup: FieldLookup,
): WrittenFields {
  const known: Known[] = [];
  // The names that something was made of, by the map that they stand in.
  const used = new Map<Fields, Set<string>>();
  const use = (map: Fields, name: string): void => {
    used.set(map, (used.get(map) ?? new Set()).add(name));
  };
  const sortIn = (map: Fields, mapLine?: number): void => {
    for (const [name, value] of Object.entries(map)) {
      const isInner = map !== fields;
      const line = isInner ? mapLine : lines.get(name);
      const meaning = lookup(name, format);
      if (meaning === undefined) {
        if (!isInner && isFields(value) && innerMaps.has(name.toLowerCase())) sortIn(value, line);
      } else if (isEmpty(value)) {
        // Nothing was written: `tags:`, `title: ""`, `date: null`.
        use(map, name);
      } else {
        const rank = meaning.rank + (isInner ? innerRank : 0);
        known.push({ name, value, line, isInner, map, field: meaning.field, rank });
      }
    }
  };
  sortIn(fields);
  known.sort((a, b) => a.rank - b.rank);
  return {
    take: (field, read) => {
      for (const written of known) {
        const value = written.field === field ? read(written) : undefined;
        if (value === undefined) continue;
        use(written.map, written.name);
        return { value, name: written.name, line: written.line, isInner: written.isInner };
      }
      return undefined;
    },
    unused: () => {
      const unused: Record<string, unknown> = Object.create(null);
      for (const [name, value] of Object.entries(fields)) {
        const rest = isFields(value) ? without(value, used.get(value)) : value;
        if (used.get(fields)?.has(name) !== true && rest !== undefined) {
          unused[cleanLine(name)] = rest;
        }
      }
      return unused;
    },
  };
}

/** A map without some of its names; undefined when nothing is left of it. */
function without(map: Fields, names: ReadonlySet<string> | undefined): Fields | undefined {
  if (names === undefined) return map;
  const rest = Object.entries(map).filter(([name]) => !names.has(name));
  return rest.length === 0 ? undefined : fieldsFrom(rest);
}

function fieldsFrom(entries: readonly (readonly [string, FieldValue])[]): Fields {
  const fields: Record<string, FieldValue> = Object.create(null);
  for (const [name, value] of entries) fields[name] = value;
  return fields;
}

/** Whether nothing was written: no text, YAML's null, a list or map of nothing. */
function isEmpty(value: FieldValue): boolean {
  if (typeof value === "string") return /^(?:|~|null|Null|NULL)$/.test(value.trim());
  return value === null || Object.values(value).every(isEmpty);
}

/** The one line that a value is; undefined for a list of several and for named values. */
export function textOf(value: FieldValue): string | undefined {
  if (Array.isArray(value)) return value.length === 1 ? textOf(value[0] ?? null) : undefined;
  if (typeof value !== "string") return undefined;
  return cleanLine(value) || undefined;
}

/** The names in a value: a list, a text, links between notes (`[[Srey Veal]]`), or things that have a name (`- name: Srey Veal`). */
export function namesIn(value: FieldValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (isFields(value)) return namesIn(value["name"] ?? value["title"] ?? null);
  if (typeof value === "string" && listAsText.test(value)) return namesInBrackets(value);
  const text = isEmpty(value) ? undefined : textOf(value);
  if (text === undefined) return [];
  const linked = [...text.matchAll(wikiLink)].map(([, page = "", shown]) => (shown ?? page).trim());
  return linked.length === 0 ? [text] : linked.filter((name) => name !== "");
}

/**
 * A list that could not be read as one, so that it is still a text: its bracket or a quotation mark was never
 * closed. A bracket that closes before the end is part of a name: `[Video] The pier`.
 */
export const listAsText: RegExp = /^\s*\[(?!\[)[^\]]*\]?\s*$/;

function namesInBrackets(text: string): readonly string[] {
  const entries = text.replace(/^\s*\[|\]\s*$/g, "").split(",");
  return entries.flatMap((entry) => namesIn(entry.trim().replace(/^["']|["']$/g, "")));
}

/** `[[Page]]` and `[[Page|what is shown]]`, as Obsidian links notes. */
const wikiLink = /\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/g;

/** The address in a value: a text, the first of a list, or something that has one. */
export function addressIn(value: FieldValue): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : addressIn(value[0] ?? null);
  if (!isFields(value)) return textOf(value);
  const address =
    value["url"] ?? value["src"] ?? value["path"] ?? value["feature"] ?? value["image"];
  return address === undefined ? undefined : addressIn(address);
}
