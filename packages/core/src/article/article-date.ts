/** How exactly a date was written. */
export type DatePrecision = "year" | "month" | "day" | "minute" | "second" | "millisecond";

/**
 * A date as it was written and the time it means. A date coarser than a millisecond is an interval:
 * it begins at `epochMs` and ends before `endMs`.
 */
export type ArticleDate = {
  /** The characters in the file or in its path. */
  readonly written: string;
  readonly precision: DatePrecision;
  /**
   * The offset that was written, as `Z` or `+07:00`; null when none was, and the archive's time zone holds.
   */
  readonly offset: string | null;
  /** Start of the interval, in milliseconds since 1970-01-01T00:00Z. */
  readonly epochMs: number;
  /** End of the interval, exclusive, in the same unit. */
  readonly endMs: number;
  /** The start as an ISO 8601 instant in UTC. Absent when a day, month or year was written. */
  readonly instant?: string;
};
