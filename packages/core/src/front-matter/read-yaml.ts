import type { BlockReading } from "./block-reading.ts";
import type { Fields } from "./front-matter.ts";
import { readBrokenYaml } from "./read-broken-yaml.ts";
import { readPlainYaml } from "./read-plain-yaml.ts";
import { readYamlMap, yamlNameIn } from "./yaml-map.ts";

/** A block of YAML. A field that cannot be read is kept as it was written, and is a fault. */
export function readYaml(source: string): BlockReading {
  const plain = readPlainYaml(source);
  if (plain !== undefined) return plain;
  try {
    const fields = readYamlMap(source);
    return { fields, lines: outermostLines(source, fields), faults: [] };
  } catch {
    return readBrokenYaml(source);
  }
}

function outermostLines(source: string, fields: Fields): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [number, line] of source.split("\n").entries()) {
    const field = yamlNameIn(line);
    if (field !== undefined && field in fields && !lines.has(field)) lines.set(field, number);
  }
  return lines;
}
