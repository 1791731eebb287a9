import type { Format } from "./format.ts";

/** A part of an `Accept` header. */
type Range = { readonly name: string; readonly weight: number };

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
    const weight = weightOf(format.mediaType, ranges);
    if (weight > bestWeight) {
      best = format;
      bestWeight = weight;
    }
  }
  return best;
}

function readRange(text: string): Range {
  const [name = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { name, weight: weight === undefined ? 1 : Number(weight) || 0 };
}

function weightOf(mediaType: string, ranges: readonly Range[]): number {
  const [group = ""] = mediaType.split("/");
  for (const name of [mediaType, `${group}/*`, "*/*"]) {
    const range = ranges.find((each) => each.name === name);
    if (range !== undefined) return range.weight;
  }
  return 0;
}
