import { cleanLine } from "../text/clean-text.ts";
import { hashText } from "../text/hash-text.ts";
import type { CodeTime } from "./article.ts";
import { withoutIndex } from "./path-day.ts";
import { withoutLanguage } from "./path-language.ts";

/** Longest id, in UTF-16 units: fits a file name and an address in any encoding. */
const maxIdLength = 120;

/** Names that mean something to a file system, a program or our own addresses. */
const reserved =
  /^(?:con|prn|aux|nul|com\d|lpt\d|__proto__|constructor|prototype|_none|index|search|facets)$/i;

/**
 * A text as an id: NFC, letters, marks and digits of every script, hyphens and underscores; no slash, no
 * dot, no reserved word. Empty when nothing of that is in it. `safeId(safeId(x)) === safeId(x)`.
 */
export function safeId(text: string): string {
  const id = cleanLine(text)
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-")
    .replace(/^-+/, "")
    .replace(/-+$/, "");
  if (!/[\p{L}\p{N}]/u.test(id)) return "";
  if (reserved.test(id)) return `article-${id}`;
  return id.length <= maxIdLength ? id : `${cut(id, maxIdLength - hashLength - 1)}-${hash(id)}`;
}

/** The id of an article that has no code: its path without the extension, as a slug; a bundle's (`ferry/index.md`) is its folder's. */
export function idOfPath(path: string): string {
  return safeId(withoutIndex(path)) || `article-${hash(path)}`;
}

/** What translations of one article share when their paths name their languages: the id without those. */
export function translationGroupOf(path: string): string | undefined {
  const general = withoutLanguage(path);
  return general === undefined ? undefined : idOfPath(general);
}

/**
 * The id of an article whose id another has: the same on every machine, since it depends on the path alone.
 * No code and no path makes such an id, for `safeId` lets no tilde through.
 */
export function disambiguateId(id: string, path: string): string {
  return `${cut(id, maxIdLength - hashLength - 1)}~${hash(path)}`;
}

function cut(id: string, length: number): string {
  return id
    .slice(0, length)
    .toWellFormed()
    .replace(/[\ufffd-]+$/, "");
}

const hashLength = 10;

/** A hash in digits and small letters. */
function hash(text: string): string {
  return hashText(text, 64).toString(36).padStart(hashLength, "0").slice(-hashLength);
}

/** Letters, then year, month, day, hour and minute in two digits each, then anything: `ART2411261158O4HJFJ`. */
const codeWithTime = /^[A-Za-z]{2,5}(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)[A-Za-z\d]*$/;

/** The minute that a code holds; undefined when it holds none, or none that exists. */
export function codeTimeOf(code: string): CodeTime | undefined {
  const [, year = "", month = "", day = "", hour = "", minute = ""] = codeWithTime.exec(code) ?? [];
  const local = `20${year}-${month}-${day}T${hour}:${minute}`;
  const time = Date.parse(`${local}:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(local)) return undefined;
  return { written: year + month + day + hour + minute, local, precision: "minute", offset: null };
}
