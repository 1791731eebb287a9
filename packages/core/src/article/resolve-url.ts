import { cleanLine } from "../text/clean-text.ts";
import { filledAddress } from "./template.ts";

/** Longest address that is kept, in UTF-16 units; no browser or feed reader needs more. */
export const maxUrlLength = 2_048;

/** An address as it may be followed. */
export type ResolvedUrl =
  /** Absolute (http, https or mailto), or a path inside the archive without a slash at its start. */
  | { readonly url: string }
  /** It leads to a place in the same article, or is a template that nobody filled in. */
  | "nowhere"
  /** It would run something, lead out of the archive, or deceive. */
  | "unsafe";

const scheme = /^([a-z][a-z0-9+.-]*):/i;
const template = /\{\{|\{%/;

/**
 * Judges an address written in an article.
 *
 * @param path the article's path inside the archive; a relative address starts from its folder.
 */
export function resolveUrl(written: string, path: string): ResolvedUrl {
  const text = filledAddress(written.trim());
  if (text === "" || text.startsWith("#") || template.test(text)) return "nowhere";
  if (cleanLine(text) !== text || text.length > maxUrlLength) return "unsafe";
  if (text.startsWith("//")) return absoluteUrl(`https:${text}`);
  return scheme.test(text) ? absoluteUrl(text) : pathInside(text, path);
}

/** The same for an address that must be one of the web: where an article first appeared. */
export function resolveWebUrl(written: string): ResolvedUrl {
  return /^https?:/i.test(written.trim()) ? resolveUrl(written, "") : "unsafe";
}

/** Where an address ends that has a host and a path: a backslash behind it is only data. */
const queryStart = /[?#]|$/;

function absoluteUrl(written: string): ResolvedUrl {
  const query = written.search(queryStart);
  // Some programs read one as a slash, so that another host seems to be meant.
  if (written.slice(0, query).includes("\\")) return "unsafe";
  const text = written.replaceAll("\\", "%5C");
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return "unsafe";
  }
  const { protocol, username, password, href } = url;
  if (protocol !== "http:" && protocol !== "https:" && protocol !== "mailto:") return "unsafe";
  if (href === "mailto:") return "nowhere";
  // A name before the host looks like a host: `https://bank.example@evil.example`.
  if (protocol !== "mailto:" && username + password !== "") return "unsafe";
  // As it was written where that is an address already; the parser adds a slash after a bare host.
  const kept = /^[\x21-\x7e]*$/.test(text) && href === `${text}/` ? text : href;
  return /^[\x21-\x7e]+$/.test(kept) && kept.length <= maxUrlLength ? { url: kept } : "unsafe";
}

function pathInside(text: string, path: string): ResolvedUrl {
  const [target = ""] = text.split(/[?#]/, 1);
  const decoded = text.includes("\\") ? undefined : decodePath(target);
  if (decoded === undefined || decoded.includes("\\") || cleanLine(decoded) !== decoded) {
    return "unsafe";
  }
  const parts = decoded.startsWith("/") ? [] : path.split("/").slice(0, -1);
  for (const part of decoded.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return "unsafe";
    } else if (part !== "." && part !== "") parts.push(part);
  }
  const url = parts.join("/");
  // Without what stood before it, `./javascript:alert(1)` would be followed as an address of its own.
  if (scheme.test(url)) return "unsafe";
  return parts.length === 0 ? "nowhere" : { url };
}

function decodePath(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.includes("%00") ? undefined : text;
  }
}
