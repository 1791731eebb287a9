/** What can be odd about what was typed. Codes are stable; wordings are not. */
export type QueryWarningCode =
  | "too-long"
  | "too-many-terms"
  | "too-deep"
  | "bracket-unmatched"
  | "quote-unclosed"
  | "operator-alone"
  | "unknown-field"
  | "unknown-value"
  | "no-value"
  | "not-a-date"
  | "range-empty"
  | "date-as-words";

/** Something typed that was not understood as syntax. It is searched as words, or passed over. */
export type QueryWarning = {
  readonly code: QueryWarningCode;
  /** Where it stands in what was typed, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  /** What became of it and what to do, in sentences. */
  readonly message: string;
  /** What probably was meant, to stand in its place. Absent when nothing is near. */
  readonly suggestion?: string;
};

/** What a part of a typed text is, so that it can be coloured. */
export type SpanRole = "word" | "phrase" | "operator" | "field" | "value" | "mistake";

/** A part of a typed text. Parts do not overlap; spaces between them belong to none. */
export type QuerySpan = {
  /** Start and end (exclusive) in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly role: SpanRole;
};

/** Most warnings of one text: more help nobody, and each costs a look for what was meant. */
export const maxQueryWarnings = 20;

/** Collects what is found out about a text while it is read. */
export class Remarks {
  readonly warnings: QueryWarning[] = [];
  readonly #spans: QuerySpan[] = [];

  /** Warns of a stretch. */
  warn(
    code: QueryWarningCode,
    { start, end }: { readonly start: number; readonly end: number },
    message: string,
    suggestion?: string,
  ): void {
    if (this.warnings.length >= maxQueryWarnings) return;
    this.warnings.push({
      code,
      offset: start,
      length: end - start,
      message,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }

  /** Says what a stretch is; of overlapping ones the first said holds. */
  mark({ start, end }: { readonly start: number; readonly end: number }, role: SpanRole): void {
    if (end > start) this.#spans.push({ start, end, role });
  }

  /** The stretches in their order. */
  spans(): readonly QuerySpan[] {
    const ordered = this.#spans
      .map((span, index) => ({ span, index }))
      .toSorted((a, b) => a.span.start - b.span.start || a.index - b.index);
    const kept: QuerySpan[] = [];
    for (const { span } of ordered) {
      const from = Math.max(span.start, kept.at(-1)?.end ?? 0);
      if (span.end > from) kept.push({ ...span, start: from });
    }
    return kept;
  }
}
