import type { ArticleChange, ChangeOptions, ChangePage } from "../src/archive/article-change.ts";
import type { ArticleSummary } from "../src/article/article.ts";
import { CursorError } from "../src/errors.ts";

/** What a file was from a change on; without an article it was gone. */
export type Version = {
  readonly path: string;
  /** The number of the change. */
  readonly at: number;
  readonly article?: ArticleSummary;
};

type Among = NonNullable<ChangeOptions["among"]>;

/** A place in the order of changes: all up to a change are told, and what came due until a date. */
type Place = { readonly at: number; readonly dueMs: number };

/** What an index has seen, oldest first. */
export type History = {
  readonly epoch: string;
  readonly last: number;
  readonly versions: readonly Version[];
};

/** Compares what might be seen at a place with what may be seen now. */
export function readChanges(
  { epoch, last, versions }: History,
  since: string | undefined,
  { limit, among = { drafts: true } }: ChangeOptions & { readonly limit: number },
): ChangePage {
  const generation = `${epoch}.${last}`;
  const nowMs = among.visibleAtMs ?? Infinity;
  const now = seenAt(versions, { at: last, dueMs: nowMs }, among);
  const starts = now.map(({ article }) => startOf(article)).filter(Number.isFinite);
  const present = {
    at: last,
    dueMs: among.visibleAtMs === undefined ? Infinity : Math.max(...starts, -8.64e15),
  };
  if (since === undefined)
    return { changes: [], next: format(epoch, present, among), isLast: true, generation };
  const from = parse(since, epoch, last, among);
  const seen = new Set(now.map(({ article }) => article.id));
  const puts = now
    .filter(({ at, article }) => at > from.at || startOf(article) > from.dueMs)
    .map(({ at, article }) => ({
      place: at > from.at ? { at, dueMs: present.dueMs } : { ...from, dueMs: startOf(article) },
      change: { type: "put", article } satisfies ArticleChange,
    }));
  const gone = [...removals(versions, from, present.dueMs, among)]
    .filter(([id]) => !seen.has(id))
    .map(([id, at]) => ({
      place: { at, dueMs: present.dueMs },
      change: { type: "removed", id } satisfies ArticleChange,
    }));
  const all = [...puts, ...gone].toSorted(
    (a, b) => a.place.at - b.place.at || a.place.dueMs - b.place.dueMs,
  );
  const page = all.slice(0, limit);
  const isLast = page.length === all.length;
  const next = isLast ? present : (page.at(-1)?.place ?? from);
  const changes = page.map(({ change }): ArticleChange => change);
  return { changes, next: format(epoch, next, among), isLast, generation };
}

/** Ids that might be seen at a place or since, and the last change by which a file had them no longer. */
function removals(
  versions: readonly Version[],
  from: Place,
  dueMs: number,
  among: Among,
): ReadonlyMap<string, number> {
  const since = versions.filter(({ at }) => at > from.at);
  const shown = [
    ...seenAt(versions, from, among),
    ...since.flatMap((each) => seenAt([each], { at: Infinity, dueMs }, among)),
  ];
  const ends = new Map<string, number>();
  for (const { path, at, article } of shown) {
    const end = since.find((each) => each.path === path && each.at > at);
    if (end !== undefined) ends.set(article.id, Math.max(end.at, ends.get(article.id) ?? 0));
  }
  return ends;
}

/** The articles that might be seen at a place. */
function seenAt(
  versions: readonly Version[],
  { at, dueMs }: Place,
  { drafts }: Among,
): readonly Required<Version>[] {
  const files = new Map<string, Version>();
  for (const version of versions) if (version.at <= at) files.set(version.path, version);
  return [...files.values()].flatMap(({ article, ...version }) =>
    article !== undefined && (drafts || !article.draft) && startOf(article) <= dueMs
      ? { ...version, article }
      : [],
  );
}

function startOf({ datePublished }: ArticleSummary): number {
  return datePublished?.epochMs ?? -Infinity;
}

function format(epoch: string, { at, dueMs }: Place, { drafts, visibleAtMs }: Among): string {
  if (drafts && visibleAtMs === undefined) return `${epoch}.${at}`;
  return `${epoch}.${at}_${drafts ? "d" : ""}${visibleAtMs === undefined ? "" : dueMs}`;
}

function parse(since: string, epoch: string, last: number, among: Among): Place {
  const [, theirs, at, hides, drafts, dueMs] =
    /^([0-9a-f]{8})\.(\d{1,15})(_)?(d)?(-?\d{1,16})?$/.exec(since) ?? [];
  if (theirs === undefined || (theirs === epoch && Number(at) > last))
    throw new CursorError("cursor-invalid", "This is no place in the changes of an archive.");
  const sawDrafts = hides === undefined || drafts !== undefined;
  const sawAllDates = dueMs === undefined;
  const isSame = sawDrafts === among.drafts && sawAllDates === (among.visibleAtMs === undefined);
  if (theirs !== epoch || !isSame)
    throw new CursorError("cursor-expired", "The index was made anew, or shows other articles.");
  return { at: Number(at), dueMs: dueMs === undefined ? Infinity : Number(dueMs) };
}
