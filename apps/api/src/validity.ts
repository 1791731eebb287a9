/** How long an answer is right, in milliseconds since 1970. */
export type Validity = {
  /** A whole second at which it was right already and nothing has changed since. Absent: that is not known. */
  readonly sinceMs?: number;
  /** From when on it may be given: before, an embargo held that is over now. */
  readonly fromMs: number;
  /** When the next article is due; `Infinity` without one. */
  readonly untilMs: number;
  /** Seconds for which caches need not ask, and may answer while they ask; 0: they always ask. */
  readonly freshSeconds: number;
  readonly staleSeconds: number;
};

/** Answers about articles: edits show within seconds, and a cache on the way spares most questions. */
const briefly = { freshSeconds: 5, staleSeconds: 30 } as const;

/** Answers that only another version of the program changes: a client asks, and 304 costs nothing. */
export const always: Validity = {
  fromMs: -Infinity,
  untilMs: Infinity,
  freshSeconds: 0,
  staleSeconds: 0,
};

/** Whether an answer is right at an instant. */
export function isValid({ fromMs, untilMs }: Validity, nowMs: number): boolean {
  return fromMs <= nowMs && nowMs < untilMs;
}

/** The same, but not beyond an instant. */
export function until(validity: Validity, endMs: number): Validity {
  return { ...validity, untilMs: Math.min(validity.untilMs, endMs) };
}

/** The header `Cache-Control` (RFC 9111; RFC 5861 for stale answers). It never reaches past `untilMs`. */
export function cacheControl(
  { untilMs, freshSeconds, staleSeconds }: Validity,
  nowMs: number,
): string {
  if (freshSeconds === 0) return "no-cache";
  const left = Math.max(0, Math.floor((untilMs - nowMs) / 1_000));
  const fresh = Math.min(freshSeconds, left);
  const stale = Math.min(staleSeconds, left - fresh);
  return stale > 0
    ? `public, max-age=${fresh}, stale-while-revalidate=${stale}`
    : `public, max-age=${fresh}`;
}

/** How long an answer about articles is right: while they are what they are, until the next one is due. */
export function validityOf(
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
  changedMs: number,
  nowMs: number,
): Validity {
  // Rounded up: two changes within one second would otherwise share their date.
  const sinceMs = Math.ceil(Math.max(changedMs, fromMs) / 1_000) * 1_000;
  const since = Number.isFinite(sinceMs) && sinceMs <= nowMs ? { sinceMs } : {};
  return { ...since, fromMs, untilMs, ...briefly };
}
