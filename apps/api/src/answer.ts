import { hash } from "node:crypto";
import type { Context } from "hono";
import { securityHeaders } from "./headers.ts";

/** Raised whenever the JSON of an unchanged archive changes, so that no client keeps the old one. */
const representationVersion = "1";

/**
 * A strong entity tag (RFC 9110, section 8.8.3) of everything that an answer depends on. Equal parts mean
 * equal bytes.
 */
export function entityTag(...parts: readonly string[]): string {
  const key = JSON.stringify([representationVersion, ...parts]);
  return `"${hash("sha256", key, "base64url").slice(0, 27)}"`;
}

/** What an answer says of itself beside its body. */
export type AnswerOptions = {
  /** Absent for an answer that must not be kept: it may be incomplete. */
  readonly etag?: string | undefined;
  /** Links (RFC 8288) by relation. */
  readonly links?: Readonly<Record<string, string | undefined>>;
  readonly contentType?: string;
};

/** JSON as a response, or 304 when the client has it already. */
export function jsonAnswer(c: Context, body: unknown, options: AnswerOptions = {}): Response {
  return isFresh(c, options.etag)
    ? notModified(options)
    : bytesAnswer(Buffer.from(`${JSON.stringify(body)}\n`), options);
}

/** Whether `If-None-Match` names this tag (RFC 9110, section 13.1.2: compared weakly). */
export function isFresh(c: Context, etag: string | undefined): boolean {
  const header = c.req.header("if-none-match");
  if (header === undefined || etag === undefined) return false;
  return header
    .split(",")
    .some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
}

/** The answer to a client that has the same bytes already. */
export function notModified(options: AnswerOptions): Response {
  return new Response(null, { status: 304, headers: cacheHeaders(options) });
}

/** Stored bytes as a response, its headers set in one go: touching them later costs more than all the rest. */
export function bytesAnswer(bytes: Buffer<ArrayBuffer>, options: AnswerOptions): Response {
  return new Response(bytes, {
    status: 200,
    headers: {
      "Content-Type": options.contentType ?? "application/json",
      "Content-Length": String(bytes.byteLength),
      ...securityHeaders,
      ...cacheHeaders(options),
    },
  });
}

/** Caches may keep a tagged answer but must ask each time: the next article may be due in a second. */
function cacheHeaders({ etag, links = {} }: AnswerOptions): Record<string, string> {
  const link = Object.entries(links)
    .flatMap(([relation, url]) => (url === undefined ? [] : [`<${url}>; rel="${relation}"`]))
    .join(", ");
  return {
    ...(etag === undefined
      ? { "Cache-Control": "no-store" }
      : { "Cache-Control": "no-cache", ETag: etag }),
    ...(link === "" ? {} : { Link: link }),
  };
}
