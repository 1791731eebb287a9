/** What `broadsheet.json` in an archive, or the caller of `openArchive`, may say. All of it is data. */
export type Settings = {
  /** What the archive is called; default: the folder's name. */
  readonly name: string;
  /** BCP 47: the language of articles that declare none and show none. Absent by default. */
  readonly language?: string;
  /** IANA name of the zone that holds for dates without one; default `UTC`, never the host's. */
  readonly timeZone: string;
  /**
   * The archive's own names in front matter, for fields of an article: `{"headline": ["kop"]}`. They come
   * before the names that are known everywhere, the first before the others; case, spaces, hyphens and
   * underscores in them do not matter. Absent by default.
   */
  readonly fields?: FieldAliases;
};

/** The fields of an article for which an archive may have names of its own. */
export type AliasedField =
  | "code"
  | "headline"
  | "description"
  | "section"
  | "keywords"
  | "inLanguage"
  | "datePublished"
  | "dateModified"
  | "author"
  | "image"
  | "originUrl"
  | "license"
  | "translationGroup"
  | "draft"
  | "published";

/** All of them. */
export const aliasedFields: readonly AliasedField[] = [
  "code",
  "headline",
  "description",
  "section",
  "keywords",
  "inLanguage",
  "datePublished",
  "dateModified",
  "author",
  "image",
  "originUrl",
  "license",
  "translationGroup",
  "draft",
  "published",
];

/** An archive's own names for fields of an article, best first. */
export type FieldAliases = { readonly [Field in AliasedField]?: readonly string[] };

/** What names of fields are compared by: `Pub Date`, `pub_date` and `pubDate` are one. */
export function nameKey(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");
}

/** The zone that holds when neither a date nor the archive names one: the same on every machine. */
export const defaultTimeZone = "UTC";

/** Whether a name is that of a time zone: an IANA name, not an abbreviation and not an offset. */
export function isTimeZone(name: string): boolean {
  if (!/^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
