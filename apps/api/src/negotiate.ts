import type { Format } from "./format.ts";

/** A part of an `Accept` header. */
type Range = {
  readonly name: string;
  readonly weight: number;
  readonly profile: string | undefined;
};

/** How much less a form counts that has not the profile that was asked for. */
const withoutProfile = 0.999;

/**
 * The format that an `Accept` header prefers (RFC 9110, section 12.5.1): for each format the most specific
 * range that fits tells its weight, 0 forbids it, and of those with the highest weight the first one is
 * taken. Without the header it is the first. Undefined when none is accepted.
 */
export function chooseFormat(
  header: string | undefined,
  formats: readonly Format[],
): Format | undefined {
  if (header === undefined || header.trim() === "") return formats[0];
  const ranges = header.split(",").map(readRange);
  let best: Format | undefined;
  let bestWeight = 0;
  for (const format of formats) {
    const weight = weightOf(format, ranges);
    if (weight > bestWeight) {
      best = format;
      bestWeight = weight;
    }
  }
  return best;
}

function readRange(text: string): Range {
  const [name = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const valueOf = (key: string): string | undefined =>
    parameters.find((parameter) => parameter.startsWith(`${key}=`))?.slice(key.length + 1);
  const weight = valueOf("q");
  return {
    name,
    weight: weight === undefined ? 1 : Number(weight) || 0,
    profile: valueOf("profile")?.replaceAll('"', ""),
  };
}

function weightOf({ mediaType, profile }: Format, ranges: readonly Range[]): number {
  const [group = ""] = mediaType.split("/");
  for (const name of [mediaType, `${group}/*`, "*/*"]) {
    const fitting = ranges.filter((each) => each.name === name);
    const exact = fitting.find((range) => range.profile === profile);
    const range = exact ?? fitting[0];
    if (range !== undefined)
      return exact === undefined ? range.weight * withoutProfile : range.weight;
  }
  return 0;
}
