import type { DatabaseSync } from "node:sqlite";
import type { ChangeOptions, ChangePage } from "../archive/article-change.ts";
import type { ArticleKey, FacetField, Facets, ProblemPage, Timeline } from "../archive/archive.ts";
import type {
  ArticleIndex,
  Change,
  FileEntry,
  IndexCounts,
  IndexResults,
  IndexText,
  Patience,
  RelatedHits,
} from "../archive/article-index.ts";
import type { TimelineInterval } from "../archive/period.ts";
import type { Suggestions } from "../archive/suggestions.ts";
import { BroadsheetError, ClosedError, IndexError } from "../errors.ts";
import type { ArticleSummary } from "../article/article.ts";
import type { Query } from "../query/query.ts";
import { ChangeWriter } from "./change-writer.ts";
import { TextCorrector } from "./correct-text.ts";
import { ChangeReader } from "./read-changes.ts";
import { countDays, countTimeline } from "./count-timeline.ts";
import { FirstPage } from "./first-page.ts";
import { TextFinder } from "./find-text.ts";
import { FileRows } from "./file-rows.ts";
import { anchorOrdinal, ordinalAfter } from "./ordinals.ts";
import { patience, type GoOn } from "./patience.ts";
import { rankPositions, scoredPositions } from "./rank-positions.ts";
import { cacheFor } from "./open-database.ts";
import { LogKeeper } from "./keep-log-short.ts";
import { WordMerger } from "./merge-words.ts";
import { WordRecounter } from "./recount-words.ts";
import { WordCounts } from "./word-counts.ts";
import { readProblems } from "./read-problems.ts";
import { ResultReader } from "./read-results.ts";
import { Snapshots, type Snapshot } from "./snapshots.ts";
import { suggestWords } from "./suggest-words.ts";
import { TellingWords } from "./telling-words.ts";

/** An `ArticleIndex` on node:sqlite with FTS5. It works on the thread that calls it. */
export class SqliteIndex implements ArticleIndex {
  readonly #database: DatabaseSync;
  readonly #finder: TextFinder;
  readonly #writer: () => ChangeWriter;
  readonly #merger: WordMerger;
  readonly #log: LogKeeper;
  readonly #recounter: WordRecounter;
  readonly #snapshots: Snapshots;
  readonly #firstPage: FirstPage;
  readonly #files: FileRows;
  readonly #results: ResultReader;
  readonly #counted: WordCounts;
  readonly #corrector: TextCorrector;
  readonly #telling: TellingWords;
  readonly #changes: ChangeReader;
  #counts: IndexCounts | undefined;

  /** Takes over an open database with our tables, and closes it in the end. */
  constructor(database: DatabaseSync, mostRemovals?: number) {
    this.#database = database;
    this.#finder = new TextFinder(database);
    this.#merger = new WordMerger(database);
    this.#log = new LogKeeper(database);
    let writer: ChangeWriter | undefined;
    this.#writer = () => (writer ??= new ChangeWriter(database, mostRemovals));
    this.#snapshots = new Snapshots(database, this.#finder);
    this.#files = new FileRows(database);
    this.#results = new ResultReader(database);
    this.#firstPage = new FirstPage(database, this.#results);
    this.#counted = new WordCounts(database);
    this.#recounter = new WordRecounter(database, this.#merger);
    this.#corrector = new TextCorrector(database, this.#counted);
    this.#telling = new TellingWords(this.#counted);
    this.#changes = new ChangeReader(database);
  }

  counts(): Promise<IndexCounts> {
    return this.#read(() => {
      const generation = this.#snapshots.generation();
      if (this.#counts?.generation !== generation)
        this.#counts = { ...this.#files.counts(), generation };
      return this.#counts;
    });
  }

  search(
    query: Query,
    options: Parameters<ArticleIndex["search"]>[1],
  ): ReturnType<ArticleIndex["search"]> {
    const early = (): SearchResults | undefined => {
      if (options.cursor !== undefined || options.facets.length > 0) return undefined;
      const page = this.#early(query, options.limit);
      return page && { ...page, facets: {}, ...nextOf(page, options.limit) };
    };
    return this.#ask(options, early, (snapshot, goOn) => {
      const list = snapshot.lists.list(query, goOn);
      const start =
        options.cursor === undefined
          ? 0
          : ordinalAfter(this.#database, snapshot, list, options.cursor);
      const results = this.#results.read(snapshot, list, start, start + options.limit);
      const facets = snapshot.facets.count(query, options.facets, goOn, options.facetValues);
      const isNone = (list.holdingAll ?? list.positions.length) === 0;
      return {
        ...results,
        timedOut: results.timedOut || facets.timedOut === true,
        facets,
        ...(isNone ? this.#corrector.correct(query, snapshot, goOn) : {}),
        ...nextOf(results, start + options.limit),
      };
    });
  }

  window(
    query: Query,
    options: Patience & Parameters<ArticleIndex["window"]>[1],
  ): ReturnType<ArticleIndex["window"]> {
    const early = (): Awaited<ReturnType<ArticleIndex["window"]>> | undefined => {
      const page = options.at === "start" ? this.#early(query, options.after + 1) : undefined;
      return page && { ...page, firstOrdinal: 0, ...(page.total > 0 ? { anchorOrdinal: 0 } : {}) };
    };
    return this.#ask(options, early, (snapshot, goOn) => {
      const list = snapshot.lists.list(query, goOn);
      const anchor = anchorOrdinal(this.#database, snapshot, list, options.at);
      const first = Math.max(0, anchor - options.before);
      return {
        ...this.#results.read(snapshot, list, first, anchor + options.after + 1),
        firstOrdinal: first,
        ...(list.positions.length > 0 ? { anchorOrdinal: anchor } : {}),
      };
    });
  }

  find(key: ArticleKey): Promise<FileEntry | undefined> {
    return this.#read(() => this.#files.find(key));
  }

  takenIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#read(() => this.#files.taken(ids));
  }

  facets(query: Query, fields: readonly FacetField[], options: Patience = {}): Promise<Facets> {
    return this.#ask(options, never, ({ facets }, goOn) => facets.count(query, fields, goOn));
  }

  timeline(query: Query, interval: TimelineInterval, options: Patience = {}): Promise<Timeline> {
    return this.#ask(options, never, ({ generation, columns, lists }, goOn) => {
      const { positions, complete } = lists.list(query, goOn);
      return {
        ...countTimeline(interval, countDays(positions, columns.periods)),
        generation,
        ...(complete ? {} : { timedOut: true }),
      };
    });
  }

  suggest(
    typed: string,
    { limit, ...options }: Patience & { readonly limit: number },
  ): Promise<Suggestions> {
    const goOn = patience(options);
    return this.#read(() => {
      const { words, complete } = suggestWords(this.#counted, typed, limit, goOn);
      return { words, ...(complete ? {} : { timedOut: true }) };
    });
  }

  related(
    article: Pick<ArticleSummary, "id" | "inLanguage">,
    text: IndexText,
    options: Patience & { readonly limit: number; readonly among: Query },
  ): Promise<RelatedHits> {
    return this.#ask(options, never, (snapshot, goOn) => {
      const { columns } = snapshot;
      const leaves = this.#telling.of(text, article.inLanguage, columns.count);
      const { scores, complete } = this.#finder.score(leaves, columns, goOn);
      const among = snapshot.lists.list({ ...options.among, sort: "newest" }, goOn);
      const scored = scoredPositions(among.positions, scores);
      // Ascending, which newest first is from its end.
      const ascending = among.order === "newest" ? scored.toReversed() : scored.toSorted();
      const { positions, scores: ranked } = rankPositions(ascending, scores);
      const list = { ...among, positions, scores: ranked, order: "relevance" } as const;
      const { hits } = this.#results.read(snapshot, list, 0, options.limit + 1);
      return {
        hits: hits.filter((hit) => hit.article.id !== article.id).slice(0, options.limit),
        ...(complete && among.complete ? {} : { timedOut: true }),
      };
    });
  }

  changes(
    since: string | undefined,
    options: ChangeOptions & { readonly limit: number },
  ): Promise<ChangePage> {
    return this.#read(() => this.#changes.read(this.#snapshots.generation(), since, options));
  }

  problems(options: Parameters<ArticleIndex["problems"]>[0]): Promise<ProblemPage> {
    return this.#read(() => readProblems(this.#database, options));
  }

  stamps(options: Parameters<ArticleIndex["stamps"]>[0]): ReturnType<ArticleIndex["stamps"]> {
    return this.#read(() => this.#files.after(options.after ?? "", options.limit));
  }

  folderDigest(path: string): Promise<string | undefined> {
    return this.#read(() => this.#files.digestOf(path));
  }

  claimants(
    wantedId: string,
    { after, limit }: Parameters<ArticleIndex["claimants"]>[1],
  ): Promise<readonly FileEntry[]> {
    return this.#read(() => this.#files.withWantedId(wantedId, after, limit));
  }

  unsearchable(limit: number): Promise<readonly FileEntry[]> {
    return this.#read(() => this.#files.unsearchable(limit));
  }

  async apply(changes: readonly Change[]): Promise<string> {
    const generation = await this.#guard(() => {
      this.#writer().apply(changes);
      return this.#snapshots.generation();
    });
    await this.#log.keepShort();
    return generation;
  }

  async tidy(what: "all" | "counts" = "all"): Promise<boolean> {
    const isMore = await this.#guard(() => {
      if (this.#recounter.isBehind()) return this.#recounter.step();
      if (what === "counts") return false;
      const isStepLeft = this.#merger.step() || this.#recounter.step();
      if (isStepLeft) return true;
      this.#snapshots.keep();
      cacheFor(this.#database, "searching");
      return false;
    });
    await this.#log.keepShort();
    return isMore;
  }

  async close(): Promise<void> {
    this.#snapshots.forget();
    if (this.#database.isOpen) this.#database.close();
  }

  /** Answers early where that can be done without a snapshot. */
  #ask<Answer>(
    options: Patience,
    early: () => Answer | undefined,
    answer: (snapshot: Snapshot, goOn: GoOn) => Answer,
  ): Promise<Answer> {
    const goOn = patience(options);
    return this.#read(() => early() ?? answer(this.#snapshots.current(), goOn));
  }

  /** Answers within one read transaction, so that other processes may write meanwhile. */
  #read<Answer>(answer: () => Answer): Promise<Answer> {
    return this.#guard(() => {
      this.#database.exec("BEGIN");
      try {
        return answer();
      } finally {
        // A failure of the disk has ended it already.
        if (this.#database.isTransaction) this.#database.exec("COMMIT");
      }
    });
  }

  /** The first page, where not all is at hand that other questions need. */
  #early(query: Query, limit: number): IndexResults | undefined {
    if (this.#snapshots.isAtHand()) return undefined;
    return this.#firstPage.read(query, limit, this.#snapshots.generation());
  }

  async #guard<Answer>(work: () => Answer): Promise<Answer> {
    if (!this.#database.isOpen) throw new ClosedError();
    try {
      return work();
    } catch (error) {
      if (error instanceof BroadsheetError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new IndexError("index-failed", `The index failed: ${reason}.`, { cause: error });
    }
  }
}

type SearchResults = Awaited<ReturnType<ArticleIndex["search"]>>;

/** The cursor of the last hit, where there are more after so many. */
function nextOf({ hits, total }: IndexResults, end: number): { readonly next?: string } {
  const last = hits.at(-1);
  return last !== undefined && end < total ? { next: last.cursor } : {};
}

/** What cannot be answered early. */
const never = (): undefined => undefined;
