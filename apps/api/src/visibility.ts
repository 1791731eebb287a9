import {
  everything,
  maxPageSize,
  type Archive,
  type ArchiveStatus,
  type ArticleSummary,
} from "@broadsheet/core";

/** Which articles are served. */
export type Visibility = {
  /** Whether drafts are. */
  readonly drafts: boolean;
  /** Whether articles dated later than now are. */
  readonly future: boolean;
};

/** Whether an article may be seen at an instant. */
export function isVisible(
  article: ArticleSummary,
  { drafts, future }: Visibility,
  nowMs: number,
): boolean {
  const startMs = article.datePublished?.epochMs ?? -Infinity;
  return (drafts || !article.draft) && (future || startMs <= nowMs);
}

/**
 * The time for which what can be seen stays the same while the archive does, in milliseconds since 1970:
 * from when that was found out until the next article is due (`Infinity` without one).
 */
export type Span = { readonly fromMs: number; readonly untilMs: number };

/** Tells that time; undefined when it cannot be told. */
export type EmbargoWatch = (
  status: ArchiveStatus,
  nowMs: number,
) => Span | undefined | Promise<Span | undefined>;

/** Watches an archive's embargoes. It searches once for each generation and each embargo. */
export function embargoWatch(archive: Archive, { drafts, future }: Visibility): EmbargoWatch {
  let known = { generation: "", fromMs: 0, untilMs: 0 };
  const look = async (generation: string, nowMs: number): Promise<Span | undefined> => {
    const untilMs = await nextEmbargo(archive, drafts, generation, nowMs);
    if (untilMs === undefined) return undefined;
    known = { generation, fromMs: nowMs, untilMs };
    return known;
  };
  return ({ generation, lastMs = -Infinity }, nowMs) => {
    if (future) return { fromMs: -Infinity, untilMs: Infinity };
    // Whatever the clock says later, nothing is due after the last article.
    if (lastMs <= nowMs) return { fromMs: lastMs, untilMs: Infinity };
    const holds = known.generation === generation && known.fromMs <= nowMs && nowMs < known.untilMs;
    return holds ? known : look(generation, nowMs);
  };
}

/** Articles that began and go on (a year, say) come first in the list, so the next to begin may be beyond it. */
async function nextEmbargo(
  archive: Archive,
  drafts: boolean,
  generation: string,
  nowMs: number,
): Promise<number | undefined> {
  const page = await archive.search(
    { ...everything, drafts, fromMs: nowMs, sort: "oldest" },
    { limit: maxPageSize },
  );
  if (page.generation !== generation || page.timedOut) return undefined;
  const starts = page.hits.map(({ article }) => article.datePublished?.epochMs ?? -Infinity);
  return (
    starts.find((startMs) => startMs > nowMs) ?? (page.next === undefined ? Infinity : undefined)
  );
}
