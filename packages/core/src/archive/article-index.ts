import type { ArticleSummary } from "../article/article.ts";
import type { Problem, ProblemCode, Severity } from "../problem.ts";
import type { Query, Sort } from "../query/query.ts";
import type { FileStamp, FoundFile } from "../source/article-file.ts";
import type { ChangeOptions, ChangePage } from "./article-change.ts";
import type {
  ArticleKey,
  FacetField,
  Facets,
  ProblemPage,
  Timeline,
  WindowAnchor,
} from "./archive.ts";
import type { DividedText } from "./divide-text.ts";
import type { TimelineInterval } from "./period.ts";
import type { Suggestions } from "./suggestions.ts";

/** What is searched of an article. */
export type IndexText = {
  readonly headline: string;
  readonly description: string;
  readonly keywords: string;
  readonly body: string;
};

/** A file as an index keeps it. */
export type IndexedFile = {
  readonly path: string;
  readonly stamp: FileStamp;
  /** As in `ArticleFile`. */
  readonly digest?: string;
  /** The article's id if no other file has it: `article.id` is made of it. */
  readonly wantedId: string;
  readonly article: ArticleSummary;
  /** Day of publication in the archive's time zone, as `2024-11-26`, `2024-11` or `2024`. Absent when undated. */
  readonly period?: string;
  readonly problems: readonly Problem[];
};

/**
 * A change to an index: a file that is new or different, or one that is gone. An article put without
 * `text` is listed at once and searched when its text follows.
 */
export type Change =
  | { readonly type: "put"; readonly file: IndexedFile; readonly text?: DividedText }
  | { readonly type: "remove"; readonly path: string }
  /** A file that says what it did, only its times or its number are others: by itself no new generation. */
  | { readonly type: "restamp"; readonly path: string; readonly stamp: FileStamp }
  /** What tells the files in a folder from all others, as they are and as they were put: no new generation either. */
  | { readonly type: "folder"; readonly path: string; readonly digest: string }
  /** The problems that belong to no article (settings, folders), in place of those known so far. */
  | { readonly type: "folder-problems"; readonly problems: readonly Problem[] }
  /** How many files are still to be put, as far as is known. With none the index is whole from then on. */
  | { readonly type: "awaited"; readonly files: number };

/** What an index knows of a file without its article. */
export type FileEntry = {
  readonly path: string;
  readonly stamp: FileStamp;
  readonly wantedId: string;
  readonly id: string;
  /** As in `ArticleFile`. */
  readonly digest?: string;
  /** Whether its text is in the index. */
  readonly searchable: boolean;
};

/** What stops a query early. */
export type Patience = {
  /** Asked between rows: whether the answer is no longer wanted. */
  readonly cancelled?: () => boolean;
  readonly timeBudgetMs?: number;
};

/** An article among an index's results. */
export type IndexHit = {
  readonly article: ArticleSummary;
  readonly stamp: FileStamp;
  readonly score?: number;
  readonly cursor: string;
};

/** Related articles; `timedOut` as in `RelatedArticles`. */
export type RelatedHits = { readonly hits: readonly IndexHit[]; readonly timedOut?: true };

/** What every answer of an index says of itself; the fields are those of `Results`. */
export type IndexResults = {
  readonly hits: readonly IndexHit[];
  readonly total: number;
  readonly totalRelation: "eq" | "gte";
  readonly order: Sort;
  readonly rankedNewest?: number;
  readonly holdingAll?: number;
  readonly generation: string;
  readonly timedOut: boolean;
};

/** Counts over the whole index. */
export type IndexCounts = {
  readonly articles: number;
  /** Articles whose text is not in the index yet. */
  readonly unsearchable: number;
  /** Files still to be put, as the last change said. */
  readonly awaited: number;
  /** Whether nothing was awaited at some time: all it may lack since then is what has changed. */
  readonly whole: boolean;
  readonly firstMs?: number;
  readonly lastMs?: number;
  readonly problems: { readonly [severity in Severity]: number };
  readonly generation: string;
};

/**
 * What holds an archive's articles and finds them. All answers are asynchronous, paged and bounded in
 * time, and each belongs to one generation; nothing here assumes one file or one process.
 *
 * Methods reject with `CursorError` for a cursor that cannot be followed, with `CancelledError` when
 * the query was cancelled, with `ClosedError` once it is closed, and with `IndexError` for any failure of the
 * index itself. What each of them promises is told by the tests of `@broadsheet/core/conformance`, which any
 * engine can be put to.
 */
export interface ArticleIndex {
  counts(): Promise<IndexCounts>;
  search(
    query: Query,
    options: Patience & {
      readonly cursor?: string;
      readonly limit: number;
      readonly facets: readonly FacetField[];
      /** Default: `maxFacetValues`. */
      readonly facetValues?: number;
    },
  ): Promise<
    IndexResults & { readonly facets: Facets; readonly next?: string; readonly meant?: string }
  >;
  window(
    query: Query,
    options: Patience & {
      readonly at: WindowAnchor;
      readonly before: number;
      readonly after: number;
    },
  ): Promise<IndexResults & { readonly firstOrdinal: number; readonly anchorOrdinal?: number }>;
  /** The entry of the article that is called so. */
  find(key: ArticleKey): Promise<FileEntry | undefined>;
  /** Those of some ids that an article has, or that a file wants. */
  takenIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  facets(query: Query, fields: readonly FacetField[], patience?: Patience): Promise<Facets>;
  timeline(query: Query, interval: TimelineInterval, patience?: Patience): Promise<Timeline>;
  /** Words that begin as what was typed, those in most articles first; `maxSuggestions` at most. */
  suggest(typed: string, options: Patience & { readonly limit: number }): Promise<Suggestions>;
  /**
   * Articles that share the words which tell one from the others, the nearest first and itself not among
   * them. `text` is what is searched of it.
   */
  related(
    article: Pick<ArticleSummary, "id" | "inLanguage">,
    text: IndexText,
    options: Patience & { readonly limit: number; readonly among: Query },
  ): Promise<RelatedHits>;
  /** Changes after a place, as `Archive.changes` has them; rejects with `CursorError` as it does. */
  changes(
    since: string | undefined,
    options: ChangeOptions & { readonly limit: number },
  ): Promise<ChangePage>;
  problems(options: {
    readonly code?: ProblemCode;
    readonly path?: string;
    /** Only those that belong to no article. */
    readonly ofFolder?: boolean;
    /** Only those of the articles that may be seen so, and that tell of no other. */
    readonly among?: Pick<Query, "drafts" | "visibleAtMs">;
    readonly cursor?: string;
    readonly limit: number;
  }): Promise<ProblemPage>;
  /** The files that it knows in order of their paths (by code point), after a path; fewer than `limit` at the end. */
  stamps(options: {
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly FoundFile[]>;
  /** What was last said of a folder, if none of the files in it was put, removed or restamped since. */
  folderDigest(path: string): Promise<string | undefined>;
  /** Entries of files that want this id, in order of their paths, after a path. */
  claimants(
    wantedId: string,
    options: { readonly after: string; readonly limit: number },
  ): Promise<readonly FileEntry[]>;
  /** Entries of articles whose text is missing, newest first. */
  unsearchable(limit: number): Promise<readonly FileEntry[]>;
  /**
   * Makes the changes, all or none of them, and resolves with the generation when they are visible: a new one
   * unless all of them are restamps, or tell of folders.
   */
  apply(changes: readonly Change[]): Promise<string>;
  /**
   * Does a little of the work that keeps searches fast after changes, and resolves with whether there is more.
   * No answer changes by it, but for the `counts`: in how many articles words are, which suggestions and related
   * articles go by, may be told too low while much is put at once.
   */
  tidy(what?: "all" | "counts"): Promise<boolean>;
  close(): Promise<void>;
}
