import type { ChangeOptions, ChangePage } from "./article-change.ts";
import type { Article, ArticleSummary } from "../article/article.ts";
import type { Problem, ProblemCode, Severity } from "../problem.ts";
import type { Query, Sort } from "../query/query.ts";
import type { Publisher } from "../source/settings.ts";
import type { TimelineInterval } from "./period.ts";
import type { SuggestOptions, Suggestions } from "./suggestions.ts";

/** Fields that can be counted by value. */
export type FacetField = "section" | "lang" | "tag" | "author" | "source" | "year";

/** How many articles have one value of a field. */
export type FacetCount = {
  /** The value to filter by; null for the articles that have none. */
  readonly value: string | null;
  /** What to show for it: how most of these articles write it. */
  readonly label: string;
  readonly count: number;
};

/**
 * Counts by field, most frequent first, articles without a value last; a field's counts leave out the
 * query's own filters on it: its list, and what its text asks of that field and nothing else. An article
 * with several values is counted for each.
 */
export type Facets = {
  readonly [field in FacetField]?: readonly FacetCount[];
} & {
  /** Present when the time budget ended the counting: the counts are then too low. */
  readonly timedOut?: true;
  /** How many more values there are than are listed, by field. Absent for fields that are listed whole. */
  readonly more?: { readonly [field in FacetField]?: number };
};

/** A stretch of text with the parts that matched. */
export type Excerpt = {
  readonly text: string;
  /** Start and end (exclusive) of each match in `text`, in UTF-16 units, on grapheme boundaries, ascending. */
  readonly highlights: readonly (readonly [start: number, end: number])[];
};

/** An article among results. */
export type Hit = {
  readonly article: ArticleSummary;
  /** Matches in the headline; empty without a text query. */
  readonly headline: Excerpt;
  /** The passage of the body that shows the match, or the lead. Absent unless asked for, or without text. */
  readonly excerpt?: Excerpt;
  /** BM25 score, higher is better; only in relevance order. */
  readonly score?: number;
  /** When its file was last written, in milliseconds since 1970. Absent where there is no file. */
  readonly fileModifiedMs?: number;
  /** The place of this hit in its list, for `cursor` and `at`. */
  readonly cursor: string;
};

/** What to answer beside the hits, and when to give up. */
export type SearchOptions = {
  /** Go on after this hit. Absent: from the first. */
  readonly cursor?: string;
  /** 1 to `maxPageSize`; default 20. */
  readonly limit?: number;
  /** Fields to count. Default: none. */
  readonly facets?: readonly FacetField[];
  /** How many values of each field to list, those of most articles first; default `maxFacetValues`. */
  readonly facetValues?: number;
  /** Whether hits carry excerpts of the body. Default: no, since each costs a read of its file. */
  readonly excerpts?: boolean;
  readonly signal?: AbortSignal;
  /** Milliseconds after which the answer is what there is by then. Default `defaultTimeBudgetMs`. */
  readonly timeBudgetMs?: number;
};

/** What every list of hits says of itself. */
export type Results = {
  readonly hits: readonly Hit[];
  /** Number of articles that match. */
  readonly total: number;
  /** `gte` when counting stopped early and there may be more. */
  readonly totalRelation: "eq" | "gte";
  /** How the hits are ordered; `relevance` only when the query has text. */
  readonly order: Sort;
  /** In relevance order over too many matches, how many of the newest were ranked. Absent: all were. */
  readonly rankedNewest?: number;
  /**
   * How many of the first hold all that was looked for, when few or none do and the others hold only some of
   * it; then the order is by relevance. Absent: all do.
   */
  readonly holdingAll?: number;
  /** The state of the index that all of this answer belongs to. */
  readonly generation: string;
  /** Whether the time budget ended the work before it was complete. */
  readonly timedOut: boolean;
};

/** One page of results. */
export type Page = Results & {
  readonly facets: Facets;
  /** Cursor of the next page. Absent on the last. */
  readonly next?: string;
  /**
   * What was probably meant, as one would type it, when no article holds all that was looked for and words of
   * it are in none. Absent when nothing is known that is like them.
   */
  readonly meant?: string;
};

/** Articles about the same as another one, the nearest first. */
export type RelatedArticles = {
  readonly articles: readonly ArticleSummary[];
  /** Present when the time budget ended the comparison: others may be nearer. */
  readonly timedOut?: true;
};

/** Which related articles are wanted. */
export type RelatedOptions = {
  /** Default: 5. */
  readonly limit?: number;
  /** The articles that are compared. Default: all but drafts. */
  readonly among?: Query;
  readonly signal?: AbortSignal;
  /** Default `defaultTimeBudgetMs`. */
  readonly timeBudgetMs?: number;
};

/** Where a window into a list stands. */
export type WindowAnchor =
  | "start"
  | "end"
  | { readonly id: string }
  | { readonly cursor: string }
  | { readonly ordinal: number };

/** How much of a list to show around its anchor. */
export type WindowOptions = {
  readonly at: WindowAnchor;
  /** Rows before the anchor, 0 to `maxPageSize`. */
  readonly before: number;
  /** Rows after the anchor, 0 to `maxPageSize`; the anchor's own row comes on top. */
  readonly after: number;
  readonly excerpts?: boolean;
  readonly signal?: AbortSignal;
  readonly timeBudgetMs?: number;
};

/** A stretch of a list of any length. */
export type ListWindow = Results & {
  /** Place of the first of `hits` in the whole list, from 0. */
  readonly firstOrdinal: number;
  /**
   * Place of the anchor, from 0. An anchor that is not in the list (any more) stands where it would be
   * (a cursor) or at the start (an id that no article of the list has). Absent in an empty list.
   */
  readonly anchorOrdinal?: number;
};

/** How many articles fall into one stretch of time. */
export type TimelineBucket = {
  /**
   * `2024`, `2024-11`, `2024-W48` or `2024-11-26`, in the archive's time zone; `from`, `to` and `date:` of a
   * query take it as it is.
   */
  readonly period: string;
  readonly count: number;
};

/** When to give up counting: what was counted by then is the answer. */
export type CountOptions = {
  readonly signal?: AbortSignal;
  /** Default `defaultTimeBudgetMs`. */
  readonly timeBudgetMs?: number;
};

/** Articles over time, oldest first; periods without articles are left out. */
export type Timeline = {
  readonly buckets: readonly TimelineBucket[];
  /** Articles that have a date, but one too coarse for these buckets. */
  readonly coarser: number;
  readonly undated: number;
  readonly generation: string;
  /** Present when the time budget ended the counting: the counts are then too low. */
  readonly timedOut?: true;
};

/** An article with all that is known of it. */
export type FoundArticle = {
  readonly article: Article;
  readonly problems: readonly Problem[];
  readonly generation: string;
};

/** What an article is asked for by: its id, or the path of its file inside the archive. */
export type ArticleKey = string | { readonly path: string };

/** A page of problems. */
export type ProblemPage = {
  readonly problems: readonly Problem[];
  readonly total: number;
  readonly next?: string;
};

/** How an archive is doing. */
export type ArchiveStatus = {
  readonly name: string;
  /** The folder's real path. */
  readonly folder: string;
  readonly timeZone: string;
  /** What the settings say of who publishes the articles, where, and under which terms if they name none. */
  readonly publisher?: Publisher;
  readonly baseUrl?: string;
  readonly license?: string;
  /**
   * - `building`: there was no index; results grow while it is made.
   * - `checking`: the index answers, and the files are compared with it, or another process writes it.
   * - `ready`: the index agrees with the files as they were at the last check.
   */
  readonly state: "building" | "checking" | "ready";
  /** Files looked at, and to look at, by the work under way; equal when there is none. */
  readonly filesDone: number;
  readonly filesTotal: number;
  /**
   * Seconds until the work under way will probably be done, at least 1, in steps that are coarser the more they
   * are. Absent when none is under way, in its first seconds, and while another process does it.
   */
  readonly secondsLeft?: number;
  readonly articles: number;
  /** Start of the first and of the last date in the archive. Absent when nothing is dated. */
  readonly firstMs?: number;
  readonly lastMs?: number;
  readonly problems: { readonly [severity in Severity]: number };
  /** Files and folders in the archive that were not taken for articles. */
  readonly leftOut: number;
  readonly generation: string;
  /** What the reader should be told, one sentence each: a rebuilt index, a cache that cannot be written. */
  readonly notices: readonly string[];
};

/**
 * An archive of articles, as every front end sees it. All answers are asynchronous, paged, cancellable
 * and bounded in time. Methods reject with `ClosedError` after `close`, with `CursorError` for a cursor
 * that cannot be followed, with `IndexError` when the index fails, and with the signal's reason when
 * aborted; `settled` and `refresh` also with `FolderError` when the folder can no longer be read.
 *
 * Changes of files show at once where the system announces them; elsewhere, and when an archive is opened
 * without watching it, the files are looked at again now and then while questions come.
 */
export interface Archive {
  status(): Promise<ArchiveStatus>;
  /** Calls `listener` whenever the status changes, at most ten times a second. Returns how to stop. */
  subscribe(listener: (status: ArchiveStatus) => void): () => void;
  /** Resolves when the check or build under way has ended; at once when none is. */
  settled(): Promise<ArchiveStatus>;
  /** Compares the files with the index once more and resolves when they agree. */
  refresh(): Promise<ArchiveStatus>;
  search(query: Query, options?: SearchOptions): Promise<Page>;
  window(query: Query, options: WindowOptions): Promise<ListWindow>;
  /** The article that is called so, read from its file; undefined when there is none. */
  get(
    key: ArticleKey,
    options?: { readonly signal?: AbortSignal },
  ): Promise<FoundArticle | undefined>;
  facets(query: Query, fields: readonly FacetField[], options?: CountOptions): Promise<Facets>;
  timeline(query: Query, interval: TimelineInterval, options?: CountOptions): Promise<Timeline>;
  /** Words of the archive that begin as what was typed, those in most articles first. */
  suggest(typed: string, options?: SuggestOptions): Promise<Suggestions>;
  /**
   * Articles about the same as the one with this id, the nearest first: those that share the words which tell
   * it from the others. Empty when there is no such article.
   */
  related(id: string, options?: RelatedOptions): Promise<RelatedArticles>;
  problems(options?: {
    readonly code?: ProblemCode;
    readonly path?: string;
    /** Only those of the articles that may be seen so, and that tell of no other. Absent: all, also those of no article. */
    readonly among?: Pick<Query, "drafts" | "visibleAtMs">;
    readonly cursor?: string;
    readonly limit?: number;
  }): Promise<ProblemPage>;
  /**
   * Articles that have changed after a place in the archive's history: `next` of an earlier answer, or, where
   * all may be seen, a `generation`. Without one there are no changes, only the place to ask from. Rejects with
   * `CursorError` `cursor-expired` when the index was made anew since, when more articles have gone since
   * than an index remembers, or when drafts or articles dated later might be seen then and not now, or the
   * reverse: all articles have then to be read once.
   */
  changes(since?: string, options?: ChangeOptions): Promise<ChangePage>;
  /** Ends all work and frees the index. Calling it again does nothing. */
  close(): Promise<void>;
}
