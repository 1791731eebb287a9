/** What `broadsheet.json` in an archive, or the caller of `openArchive`, may say. All of it is data. */
export type Settings = {
  /** What the archive is called; default: the folder's name. */
  readonly name: string;
  /** BCP 47: the language of articles that declare none and show none. Absent by default. */
  readonly language?: string;
  /** IANA name of the zone that holds for dates without one; default `UTC`, never the host's. */
  readonly timeZone: string;
};

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
