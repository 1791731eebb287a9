import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How an answer's bytes may be written (RFC 9110, section 8.4.1), the smallest first. */
export const codings = ["br", "gzip", "identity"] as const;

/** One of them. */
export type Coding = (typeof codings)[number];

/** Bytes from which an answer is compressed: what is shorter fits into one packet either way. */
export const minCompressedBytes = 1_024;

/**
 * Half of the best: beyond it a JSON list shrinks by another 5 % and costs ten times as much
 * (https://www.rfc-editor.org/rfc/rfc7932 knows 0 to 11).
 */
const brotliQuality = 5;

/** Headers that are remembered: there are a few dozen browsers and programs, and hostile ones are not kept. */
const maxKnownHeaders = 100;

/** Longest header that is read; the longest a browser sends has 30 letters. */
const maxHeaderLength = 256;

const known = new Map<string, readonly Coding[]>();

/** The codings that an `Accept-Encoding` header allows, the one to prefer first; never none. */
export function acceptedCodings(header: string | undefined): readonly Coding[] {
  if (header === undefined || header === "" || header.length > maxHeaderLength) return ["identity"];
  const remembered = known.get(header);
  if (remembered !== undefined) return remembered;
  const weights = new Map(
    header.split(",").map((part): [string, number] => {
      const [name = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
      const weight = parameters.find((each) => each.startsWith("q="));
      return [
        name === "x-gzip" ? "gzip" : name,
        weight === undefined ? 1 : Number(weight.slice(2)),
      ];
    }),
  );
  const weightOf = (coding: Coding): number =>
    weights.get(coding) ?? (coding === "identity" ? 0.001 : (weights.get("*") ?? 0));
  const accepted = codings
    .filter((coding) => weightOf(coding) > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  // Whoever forbids all of them is better served with bytes than with a failure (section 12.5.3 allows it).
  const result = accepted.length === 0 ? (["identity"] as const) : accepted;
  if (known.size < maxKnownHeaders) known.set(header, result);
  return result;
}

/** The same bytes in a coding, made in the thread pool. */
export function compress(bytes: Buffer, coding: Exclude<Coding, "identity">): Promise<Buffer> {
  return coding === "br"
    ? promisify(brotliCompress)(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
        },
      })
    : promisify(gzip)(bytes, { level: 6 });
}
