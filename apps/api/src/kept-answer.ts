import { compress, minCompressedBytes, type Coding } from "./content-coding.ts";
import { securityHeaders } from "./headers.ts";
import { ownMemory } from "./own-memory.ts";
import type { Validity } from "./validity.ts";

/** What is known of an answer before it is made. */
export type AnswerHead = {
  /** What all of its codings have in common: everything that the bytes depend on. */
  readonly tag: string;
  readonly validity: Validity;
  /** The request headers that it depends on. */
  readonly vary: string;
};

/** What an answer is made of. */
export type AnswerParts = AnswerHead & {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly contentType: string;
  /** Further headers. */
  readonly headers: Readonly<Record<string, string>>;
};

/** The bytes of an answer in one coding, with all headers that do not depend on the hour. */
export type Variant = {
  readonly bytes: Buffer<ArrayBuffer>;
  /** Names and values in turn, as Node writes them fastest. */
  readonly headers: readonly string[];
};

/** What is kept of an answer. */
export type KeptAnswer = AnswerHead & {
  readonly variants: { [coding in Coding]?: Variant };
  /** Codings whose bytes are made, are being made, or are not worth it. */
  readonly begun: Set<Coding>;
};

/** The entity tag in one coding (RFC 9110, section 8.8.3.3: each has its own, and all are strong). */
export function variantTag(tag: string, coding: Coding): string {
  return coding === "identity" ? `"${tag}"` : `"${tag}.${coding}"`;
}

/** The headers that 304 repeats (RFC 9110, section 15.4.5), but for `Cache-Control`. */
export function validators({ tag, validity, vary }: AnswerHead, coding: Coding): readonly string[] {
  const { sinceMs } = validity;
  const etag = ["ETag", variantTag(tag, coding), "Vary", vary];
  return sinceMs === undefined ? etag : [...etag, "Last-Modified", new Date(sinceMs).toUTCString()];
}

/** An answer as it is kept, not compressed yet. */
export function keptAnswer(parts: AnswerParts): KeptAnswer {
  const { tag, validity, vary, bytes } = parts;
  return {
    tag,
    validity,
    vary,
    variants: { identity: variant(parts, "identity", bytes) },
    begun: new Set(bytes.byteLength < minCompressedBytes ? ["br", "gzip"] : []),
  };
}

/** Compresses an answer, once for each coding; resolves with how many bytes are kept of it. */
export async function addVariant(
  kept: KeptAnswer,
  parts: AnswerParts,
  coding: Exclude<Coding, "identity">,
): Promise<number> {
  kept.begun.add(coding);
  const packed = await compress(parts.bytes, coding);
  if (packed.byteLength >= parts.bytes.byteLength) return 0;
  kept.variants[coding] = variant(parts, coding, ownMemory(packed));
  return packed.byteLength;
}

function variant(parts: AnswerParts, coding: Coding, bytes: Buffer<ArrayBuffer>): Variant {
  const headers = {
    "Content-Type": parts.contentType,
    "Content-Length": String(bytes.byteLength),
    ...(coding === "identity" ? {} : { "Content-Encoding": coding }),
    ...securityHeaders,
    ...parts.headers,
  };
  return { bytes, headers: [...Object.entries(headers).flat(), ...validators(parts, coding)] };
}
