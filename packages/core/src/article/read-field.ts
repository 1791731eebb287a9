import { isFields } from "../front-matter/field-value.ts";
import type { ProblemCode } from "../problem.ts";
import { maxLineLength } from "../text/clean-text.ts";
import type { ArticleDate } from "./article-date.ts";
import type { Section } from "./article.ts";
import type { FieldPlace } from "./field-place.ts";
import { declaredLanguage } from "./language.ts";
import { readArticleDate } from "./parse-date.ts";
import { isFullName, peopleIn } from "./people.ts";
import { plainLine } from "./plain-line.ts";
import { resolveUrl, resolveWebUrl } from "./resolve-url.ts";
import { readSection } from "./section.ts";
import { addressIn, listAsText, namesIn, textOf, type Written } from "./written-fields.ts";

/** What a field is read with. */
export type FieldContext = {
  /** The article's path: addresses start from its folder. */
  readonly path: string;
  /** The zone of dates that name none. */
  readonly timeZone: string;
  /** Adds a problem. */
  readonly report: (code: ProblemCode, place: FieldPlace | undefined, value: string) => void;
};

/** Each reads one value; undefined, with a problem reported, when nothing can be made of it. */
type Read<Value> = (written: Written, context: FieldContext) => Value | undefined;

export const readLine: Read<string> = (written, { report }) => {
  const text = textOf(written.value);
  if (text === undefined) report("value-unusable", written, shown(written));
  if (text?.length === maxLineLength) report("value-too-long", written, written.name);
  return text;
};

/** A title or a description. */
export const readPlainLine: Read<string> = (written, context) => {
  const line = readLine(written, context);
  if (line === undefined) return undefined;
  const { text, hadMarkup } = plainLine(line);
  if (hadMarkup) context.report("headline-markup", written, line);
  return text === "" ? undefined : text;
};

export const readLanguage: Read<string> = (written, { report }) => {
  const declared = declaredLanguage(textOf(written.value) ?? "");
  if (declared === undefined) report("language-unknown", written, shown(written));
  if (declared?.informal === true) report("language-informal", written, shown(written));
  return declared?.tag;
};

export const readDateField: Read<ArticleDate> = (written, { report, timeZone }) => {
  const { value } = written;
  // Docusaurus: `last_update: {date: 2024-05-01, author: Srey Veal}`.
  const text = textOf((isFields(value) ? value["date"] : value) ?? null) ?? "";
  // Whether a date is shown (Starlight: `lastUpdated: false`), which is a field of its own.
  if (isTruth(text)) return undefined;
  const reading = readArticleDate(text, timeZone);
  if ("fault" in reading) report(reading.fault, written, shown(written));
  else {
    if (reading.wrongWeekday) report("date-weekday", written, shown(written));
    if (reading.wrongOffset) report("date-offset", written, shown(written));
  }
  return "fault" in reading ? undefined : reading.date;
};

/** A section, and the names after it in a list, which are as good as keywords. */
export const readSectionField: Read<{ section: Section; more: readonly string[] }> = (
  written,
  context,
) => {
  const names = namesIn(written.value);
  const [name = "", ...more] = isListOfJekyll(written, context.path)
    ? names.flatMap((each) => each.split(/\s+/))
    : names;
  const section = readSection(name);
  if (section === undefined) context.report("value-unusable", written, shown(written));
  return section && { section, more };
};

/** Jekyll reads `categories: sport football` as two; under other programs, and in a list, it is one name. */
function isListOfJekyll({ name, value }: Written, path: string): boolean {
  const isPost = /(?:^|\/)_(?:posts|drafts)\//.test(path);
  return isPost && name === "categories" && typeof value === "string" && !value.includes(",");
}

export const readKeywords: Read<readonly string[]> = ({ value }) => {
  const isOneText = typeof value === "string" && !listAsText.test(value);
  const names = isOneText ? value.split(/[,;、，]/).flatMap(namesIn) : namesIn(value);
  return names.length === 0 ? undefined : [...new Set(names)];
};

export const readAuthors: Read<readonly string[]> = (written, { report }) => {
  const { value } = written;
  const split = typeof value === "string" ? peopleIn : peopleInEntry;
  const names = namesIn(value).flatMap(split);
  if (names.length === 0) report("value-unusable", written, shown(written));
  return names.length === 0 ? undefined : [...new Set(names)];
};

/** An entry of a list is one author, unless it names several with two names each. */
function peopleInEntry(entry: string): readonly string[] {
  const people = peopleIn(entry);
  return people.length === 1 || people.every(isFullName) ? people : [entry];
}

export const readImage: Read<string> = (written, { report, path }) => {
  // A picture may be named by something else than its address, which is then a field of its own.
  const address = addressIn(written.value) ?? "";
  // Whether there is one, which is said elsewhere.
  if (isTruth(address)) return undefined;
  const resolved = resolveUrl(address, path);
  if (typeof resolved === "object" && !resolved.url.startsWith("mailto:")) return resolved.url;
  if (resolved !== "nowhere") report("url-unsafe", written, address);
  return undefined;
};

/** An address of the web. Under names such as `source` and `link` anything else is a field of its own. */
export const readWebAddress: Read<string> = (written, { report }) => {
  const address = addressIn(written.value) ?? "";
  const resolved = resolveWebUrl(address);
  if (typeof resolved === "object") return resolved.url;
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(address) || /^origin_?url$/i.test(written.name);
  if (isAddress) report("url-unsafe", written, address);
  return undefined;
};

/** Terms of use: their name or their address. */
export const readLicense: Read<string> = (written, { report }) => {
  const names = namesIn(written.value);
  const text = names.length === 0 ? addressIn(written.value) : names.join(", ");
  if (text === undefined) report("value-unusable", written, shown(written));
  return text;
};

/** Names under which others keep other things as well. */
const loosely = /^(?:ref|page_?id)$/i;

/** The key of a group of translations; under a loose name only of an article that declares its language. */
export function readTranslationGroup(
  { name, value }: Written,
  declared: boolean,
): string | undefined {
  return loosely.test(name) && !declared ? undefined : textOf(value);
}

/** `true`, `yes`, `on`; `false`, `no`, `off`: as YAML had it when most archives were written. */
export const readTruth: Read<boolean> = ({ value }) => {
  const text = (textOf(value) ?? "").toLowerCase();
  if (/^(?:true|yes|y|on|1)$/.test(text)) return true;
  return /^(?:false|no|n|off|0)$/.test(text) ? false : undefined;
};

/** `status: draft` (Pelican), and what WordPress calls an article that nobody is to see yet. */
export const readUnpublished: Read<true> = ({ value }) =>
  /^(?:draft|pending|private|auto-draft)$/i.test(textOf(value) ?? "") || undefined;

function isTruth(text: string): boolean {
  return /^(?:true|false|yes|no|none)$/i.test(text);
}

function shown({ name, value }: Written): string {
  return typeof value === "string" ? value : `${name}: ${JSON.stringify(value)}`;
}
