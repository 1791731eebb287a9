import type { ProblemCode } from "../problem.ts";
import { cleanLine } from "../text/clean-text.ts";
import type { JsonText } from "../text/read-json.ts";
import { innerItems, innerObject } from "./inner-json.ts";
import { readPattern } from "./path-pattern.ts";
import { readAliases } from "./read-aliases.ts";
import {
  aliasedFields,
  isTimeZone,
  type Publisher,
  type Settings,
  timeZonePattern,
} from "./settings.ts";

/** A setting as it stands in `broadsheet.json`. */
export type WrittenSetting = {
  /** The whole file's text, which is sound JSON, and where the setting's name stands in it. */
  readonly text: string;
  readonly index: number;
  readonly key: string;
  readonly value: JsonText;
  /** Tells of what cannot be used: where it stands, and what it is. */
  readonly report: (code: ProblemCode, index: number, value: string) => void;
};

/** A part of a JSON Schema (draft 2020-12). */
export type SettingSchema = { readonly [keyword: string]: SchemaValue };
type SchemaValue = string | number | boolean | readonly SchemaValue[] | SettingSchema;

/** One setting: what an editor is told of it, and how it is read. */
export type SettingForm<Value> = {
  readonly schema: SettingSchema & { readonly description: string };
  /** The value; undefined when it cannot be used, which is reported where it is not by itself. */
  readonly read: (written: WrittenSetting) => Value | undefined;
};

const text: SettingSchema = { type: "string", minLength: 1 };

/** An absolute address of the web without a name or password in it. */
const addressPattern = "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#@]+(?:[/?#]\\S*)?$";

/** The same without `?` and `#`, so that a path can be put behind it. */
const basePattern = "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#@]+(?:/[^\\s?#]*)?$";

const address: SettingSchema = { type: "string", format: "uri", pattern: addressPattern };

const patterns: SettingSchema = {
  oneOf: [text, { type: "array", items: text, minItems: 1 }],
};

/** Every setting, in the order in which people are told of them. */
export const settingForms: { readonly [Key in keyof Settings]-?: SettingForm<Settings[Key]> } = {
  name: {
    schema: { ...text, description: "What the archive is called; otherwise its folder’s name." },
    read: readLine,
  },
  language: {
    schema: {
      ...text,
      description:
        "The language of articles that declare none and show none, as a tag such as km or zh-Hant.",
    },
    read: (written) => languageIn(readLine(written)),
  },
  timeZone: {
    schema: {
      type: "string",
      pattern: timeZonePattern,
      description:
        "The zone of dates that name none, such as Asia/Phnom_Penh; otherwise UTC, never the machine’s.",
    },
    read: (written) => {
      const name = readLine(written);
      return name !== undefined && isTimeZone(name) ? name : undefined;
    },
  },
  publisher: {
    schema: {
      type: "object",
      required: ["name"],
      additionalProperties: false,
      properties: { name: text, url: address, logo: address },
      description: "Who publishes the articles: a name, and the addresses url and logo.",
    },
    read: readPublisher,
  },
  baseUrl: {
    schema: {
      type: "string",
      format: "uri",
      pattern: basePattern,
      description: "Where the articles stand on the web, such as https://example.com/news/.",
    },
    read: (written) => {
      const base = addressIn(written.value, basePattern);
      return base === undefined || base.endsWith("/") ? base : `${base}/`;
    },
  },
  license: {
    schema: {
      ...text,
      description: "The terms of articles that name none, such as CC-BY-4.0, or their address.",
    },
    read: readLine,
  },
  include: {
    schema: { ...patterns, description: "Patterns of paths: only these files are articles." },
    read: readPatterns,
  },
  ignore: {
    schema: {
      ...patterns,
      description: "Patterns of paths: these files and folders are left out.",
    },
    read: readPatterns,
  },
  fields: {
    schema: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(aliasedFields.map((field) => [field, patterns])),
      description: 'The archive’s own names of fields, such as {"headline": ["kop"]}.',
    },
    read: readAliases,
  },
};

function readLine({ value }: WrittenSetting): string | undefined {
  return (typeof value === "string" && cleanLine(value)) || undefined;
}

function languageIn(written = ""): string | undefined {
  try {
    return Intl.getCanonicalLocales(written)[0];
  } catch {
    return undefined;
  }
}

function addressIn(value: JsonText, pattern: string): string | undefined {
  if (typeof value !== "string" || !new RegExp(pattern).test(value)) return undefined;
  return URL.canParse(value) ? new URL(value).href : undefined;
}

function readPublisher({ text: whole, index, key, report }: WrittenSetting): Publisher | undefined {
  const object = innerObject(whole, index);
  if (object === undefined) return undefined;
  const { keys, duplicates } = object;
  for (const each of duplicates) report("key-duplicate", each.index, `${key}.${each.key}`);
  const read: { name?: string; url?: string; logo?: string } = {};
  for (const { name, value, index: place } of keys) {
    if (name !== "name" && name !== "url" && name !== "logo") {
      report("settings-unknown", place, `${key}.${name}`);
      continue;
    }
    const line = typeof value === "string" ? cleanLine(value) : "";
    const usable = name === "name" ? line || undefined : addressIn(value, addressPattern);
    if (usable === undefined) {
      report("settings-value", place, `${key}.${name}: ${shownValue(value)}`);
    } else read[name] = usable;
  }
  const { name, ...others } = read;
  return name === undefined ? undefined : { name, ...others };
}

/** Patterns, one or a list. What is no pattern is passed over; without any other the setting is not there. */
function readPatterns({
  text: whole,
  index,
  key,
  report,
}: WrittenSetting): readonly string[] | undefined {
  const usable: string[] = [];
  const items = innerItems(whole, index);
  for (const { value, index: place } of items) {
    const line = typeof value === "string" ? cleanLine(value) : "";
    if (readPattern(line) !== undefined) usable.push(line);
    else report("settings-value", place, `${key}: ${shownValue(value)}`);
  }
  return usable.length > 0 ? usable : undefined;
}

/** A value as a problem shows it. */
export function shownValue(value: JsonText | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
