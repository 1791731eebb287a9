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
  /** Who publishes the articles. Absent by default. */
  readonly publisher?: Publisher;
  /** Where the articles stand on the web: an `http` or `https` address that ends in `/`. Absent by default. */
  readonly baseUrl?: string;
  /** Terms for articles that name none: a name such as `CC-BY-4.0`, or an address. Absent by default. */
  readonly license?: string;
  /** Patterns of paths: only these files are articles, of those that can be. Absent by default: all are. */
  readonly include?: readonly string[];
  /** Patterns of paths: these files and folders are left out. They hold over `include`. Absent by default. */
  readonly ignore?: readonly string[];
};

/** Who publishes an archive's articles. */
export type Publisher = {
  readonly name: string;
  /** An `http` or `https` address, as `logo` is. */
  readonly url?: string;
  readonly logo?: string;
};

/** What of the settings shapes which articles there are and how they are read; the others are only shown. */
export type ReadingSettings = Pick<
  Settings,
  "language" | "timeZone" | "fields" | "include" | "ignore"
>;

/** These settings alone, always in the same order. */
export function readingSettings(settings: ReadingSettings): ReadingSettings {
  const { language, timeZone, fields, include, ignore } = settings;
  return {
    timeZone,
    ...(language === undefined ? {} : { language }),
    ...(fields === undefined ? {} : { fields }),
    ...(include === undefined ? {} : { include }),
    ...(ignore === undefined ? {} : { ignore }),
  };
}

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

/** What the name of a time zone looks like, as a regular expression. */
export const timeZonePattern = "^(?:UTC|[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+)$";

const writtenAsTimeZone = new RegExp(timeZonePattern);

/** More names than there are time zones. */
const mostTimeZones = 1_000;

/** Names that are known to be right: to ask takes a tenth of the time in which an article is read. */
const knownTimeZones = new Set<string>();

/** Whether a name is that of a time zone: an IANA name, not an abbreviation and not an offset. */
export function isTimeZone(name: string): boolean {
  if (knownTimeZones.has(name)) return true;
  if (!writtenAsTimeZone.test(name)) return false;
  try {
    void new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    return false;
  }
  // Upper and lower case are one to Intl, so that there is no end to the names that are right.
  if (knownTimeZones.size < mostTimeZones) knownTimeZones.add(name);
  return true;
}
