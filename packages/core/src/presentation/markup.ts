/** What means something in HTML and XML, and what is written in its place. */
const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** What no document of XML 1.0 may hold (https://www.w3.org/TR/xml/#charsets): all of it is invisible. */
// oxlint-disable-next-line no-control-regex -- those are what is looked for
const impossible = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;

/** Text as it stands in HTML or XML, between tags or in a quoted attribute: no character of it is markup. */
export function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replace(impossible, "")
    .replace(/[&<>"']/g, (character) => references[character] ?? "");
}

/** An address in ASCII up to its host, which nobody is named before, and what stands behind that. */
const absolute =
  /^(https?:\/\/(?:[!$&-.0-;=_a-z~]+|\[[\d:a-f]+\](?::\d+)?)(?=[/?#]|$)|mailto:(?=.))([!-~]*)$/i;

/** What is encoded behind a host (RFC 3986): signs that no address holds, and `%` that begins no code. */
const unencoded = /["<>[\\\]^`{|}]|%(?![\da-f]{2})/gi;

/**
 * An address that a page may lead to, as RFC 3986 has it: absolute and of the web, or a mailbox. Undefined for
 * any other, and for paths inside the archive, whose files are not served.
 */
export function followedUrl(url: string): string | undefined {
  const [, start, rest = ""] = absolute.exec(url) ?? [];
  if (start === undefined || !URL.canParse(url)) return undefined;
  const [path = "", ...fragment] = rest.replace(unencoded, encodeURIComponent).split("#");
  return `${start}${path}${fragment.length === 0 ? "" : `#${fragment.join("%23")}`}`;
}

/** The address of a picture that a page may show or lead to. */
export function pictureAddress(url: string): string | undefined {
  return /^https?:/i.test(url) ? followedUrl(url) : undefined;
}

/** An element with text in it, for XML. Undefined or empty text gives none. */
export function textElement(
  name: string,
  text: string | undefined,
  attributes: string = "",
): string {
  return text === undefined || text === ""
    ? ""
    : `<${name}${attributes}>${escapeMarkup(text)}</${name.replace(/ .*/, "")}>`;
}

/** The lines of a document, without those that say nothing. */
export function documentLines(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n")}\n`;
}
