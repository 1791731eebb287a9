import { createHash } from "node:crypto";
import { pageStyle } from "@broadsheet/core";

/** A form in which an address can answer. */
export type Format = {
  /** What stands behind the address, after a dot, to ask for it: `json`, `feed.json`. */
  readonly suffix: string;
  /** What an `Accept` header names. */
  readonly mediaType: string;
  /** What tells it from other forms of one media type (RFC 6906). */
  readonly profile?: string;
  /** The media type with its parameters, as answers say it. */
  readonly contentType: string;
  /** The name of the schema, for forms of JSON that we describe ourselves. */
  readonly schema?: string;
  /** Headers that only this form has. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** JSON of ours, by the name of its schema. */
export function json(schema: string): Format {
  return { suffix: "json", mediaType: "application/json", contentType: "application/json", schema };
}

/** One article of a list a line. */
export const ndjson: Format = {
  suffix: "ndjson",
  mediaType: "application/x-ndjson",
  contentType: "application/x-ndjson",
};

/** Tables for spreadsheets (RFC 7111). */
export const csv: Format = {
  suffix: "csv",
  mediaType: "text/csv",
  contentType: "text/csv; charset=utf-8; header=present",
};

/** RSS 2.0. */
export const rss: Format = {
  suffix: "rss",
  mediaType: "application/rss+xml",
  contentType: "application/rss+xml; charset=utf-8",
};

/** Atom (RFC 4287). */
export const atom: Format = {
  suffix: "atom",
  mediaType: "application/atom+xml",
  contentType: "application/atom+xml; charset=utf-8",
};

/** JSON Feed 1.1. */
export const jsonFeedFormat: Format = {
  suffix: "feed.json",
  mediaType: "application/feed+json",
  contentType: "application/feed+json",
};

/** Plain text. */
export const plain: Format = {
  suffix: "txt",
  mediaType: "text/plain",
  contentType: "text/plain; charset=utf-8",
};

/** Markdown (RFC 7763). */
export const markdown: Format = {
  suffix: "md",
  mediaType: "text/markdown",
  contentType: "text/markdown; charset=utf-8",
};

/** JSON-LD 1.1 with the vocabulary of schema.org. */
export const jsonLd: Format = {
  suffix: "jsonld",
  mediaType: "application/ld+json",
  contentType: "application/ld+json",
};

const ninjsSchema = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json";

/** ninjs 3.1 of the IPTC. */
export const ninjs: Format = {
  suffix: "ninjs.json",
  mediaType: "application/json",
  profile: ninjsSchema,
  contentType: `application/json; profile="${ninjsSchema}"`,
};

const styleHash = createHash("sha256").update(pageStyle).digest("base64");

/** A page that runs nothing, has no style but its own, and shows pictures only where that was asked for. */
export function html(pictures: "links" | "images"): Format {
  const images = pictures === "images" ? "; img-src http: https:" : "";
  return {
    suffix: "html",
    mediaType: "text/html",
    contentType: "text/html; charset=utf-8",
    headers: {
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'${images}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  };
}
