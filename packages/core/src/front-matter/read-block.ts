import matter from "gray-matter";
import type { BlockReading } from "./block-reading.ts";
import { type FrontMatterFormat, noFields } from "./front-matter.ts";
import { readJsonFields } from "./read-json-fields.ts";
import { readToml } from "./read-toml.ts";
import { readYaml } from "./read-yaml.ts";

/** Stands in for every engine that would run what it reads. An object, since gray-matter looks past `false`. */
const refused = {
  parse(): never {
    throw new Error("front matter is never run");
  },
};

const engines = {
  yaml: readYaml,
  toml: readToml,
  json: readJsonFields,
  javascript: refused,
  js: refused,
  coffee: refused,
};

/** What no cleaned text holds, so that gray-matter never finds a closing fence of its own: we have found it. */
const noFence = "\0";

/**
 * Parses what stands between two fences. The engines return a reading rather than bare values; its lines
 * count from the opening fence, since gray-matter gives an engine the rest of that line too.
 */
export function readBlock(language: FrontMatterFormat, source: string): BlockReading {
  const { data } = matter(`---${language}\n${source}`, {
    language,
    engines,
    delimiters: ["---", noFence],
  });
  // Without fields gray-matter calls no engine.
  if (!isReading(data)) return { fields: noFields, lines: new Map(), faults: [] };
  return data;
}

function isReading(data: object): data is BlockReading {
  return "fields" in data && "lines" in data && "faults" in data;
}
