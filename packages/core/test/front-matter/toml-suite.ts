import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A value as the TOML suite writes it: a type and its characters, a list, or named values. */
export type TomlValue =
  | { readonly type: string; readonly value: string }
  | readonly TomlValue[]
  | { readonly [name: string]: TomlValue };

/** A case of the TOML suite. */
export type TomlCase = {
  /** `valid/string/escapes.toml`. */
  readonly id: string;
  readonly bytes: Uint8Array;
  /** What it means; undefined when it is no TOML. */
  readonly meaning: TomlValue | undefined;
};

/** The cases for the version of TOML that front matter is written in. */
export function tomlCases(folder: string): readonly TomlCase[] {
  return readFileSync(join(folder, "files-toml-1.1.0"), "utf8")
    .split("\n")
    .filter((id) => id.endsWith(".toml"))
    .map((id) => {
      const json = join(folder, id.replace(/toml$/, "json"));
      const meaning = id.startsWith("valid/")
        ? (JSON.parse(readFileSync(json, "utf8")) as TomlValue)
        : undefined;
      return { id, bytes: readFileSync(join(folder, id)), meaning };
    });
}

/** Whether values as they were written have a meaning; texts and names may be changed first. */
export function means(
  written: unknown,
  meaning: TomlValue,
  change: (text: string) => string = (text) => text,
): boolean {
  if (Array.isArray(meaning)) {
    return (
      Array.isArray(written) &&
      written.length === meaning.length &&
      meaning.every((each, index) => means(written[index], each, change))
    );
  }
  if (isScalar(meaning)) {
    return typeof written === "string" && scalarMeans(written, meaning, change);
  }
  if (typeof written !== "object" || written === null || Array.isArray(written)) return false;
  const values = written as { readonly [name: string]: unknown };
  const names = Object.keys(meaning);
  return (
    Object.keys(values).length === names.length &&
    names.every(
      (name) =>
        Object.hasOwn(values, change(name)) &&
        means(
          values[change(name)],
          (meaning as { readonly [name: string]: TomlValue })[name] ?? [],
          change,
        ),
    )
  );
}

function isScalar(value: TomlValue): value is { readonly type: string; readonly value: string } {
  return "type" in value && "value" in value && typeof value["type"] === "string";
}

function scalarMeans(
  written: string,
  { type, value }: { type: string; value: string },
  change: (text: string) => string,
): boolean {
  const digits = written.replaceAll("_", "").replace(/^\+/, "");
  if (type === "integer") return integer(digits) === BigInt(value);
  if (type === "float")
    return Object.is(float(digits), float(value)) || float(digits) === float(value);
  if (/^(?:date|time)/.test(type)) return moment(written) === moment(value);
  return written === change(value);
}

function integer(digits: string): bigint | undefined {
  try {
    return BigInt(digits.replace(/^-(?=0[xob])/, ""));
  } catch {
    return undefined;
  }
}

function float(digits: string): number {
  if (/^-?(?:inf|nan)$/.test(digits)) return Number(digits.replace("inf", "Infinity"));
  return Number(digits);
}

/** A date or time to the millisecond; one with an offset in UTC. */
function moment(written: string): string {
  const [, day = "", clock = "", seconds = "00", fraction = "", offset] =
    /^(?:(\d{4}-\d\d-\d\d)[T ]?)?(?:(\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?)?(Z|[+-]\d\d:\d\d)?$/i.exec(
      written,
    ) ?? [];
  if (clock === "") return day;
  const whole = `${clock}:${seconds}.${fraction.slice(0, 3).padEnd(3, "0")}`;
  return offset === undefined
    ? `${day} ${whole}`
    : new Date(`${day}T${whole}${offset}`).toISOString();
}
