import { setImmediate } from "node:timers/promises";
import { defaultPageSize, maxPageSize } from "../query/page-size.ts";
import type { Query } from "../query/query.ts";
import { ClosedError } from "../errors.ts";
import { searchTerms } from "../query/search-terms.ts";
import type { Problem } from "../problem.ts";
import { statFile } from "../source/stat-file.ts";
import type {
  ArchiveStatus,
  FacetField,
  Facets,
  FoundArticle,
  Hit,
  ListWindow,
  Page,
  ProblemPage,
  SearchOptions,
  Timeline,
  WindowOptions,
} from "./archive.ts";
import type { ArticleIndex, FileEntry, IndexHit, Patience } from "./article-index.ts";
import { sameStamp } from "./compare-files.ts";
import { excerptOf, highlight } from "./excerpt.ts";
import { readableText, readFile, type Folder } from "./read-file.ts";
import { putFiles, synchronise } from "./synchronise.ts";

/** Least milliseconds between two reports of progress. */
const reportEveryMs = 100;

/** Least milliseconds between two looks at the files while questions come. */
const lookEveryMs = 2_000;

/** How much longer than it takes a look at the files has to wait: it costs at most a fiftieth of the time. */
const restPerLook = 50;

/**
 * Does some work while nobody else writes the index. When another process does, it waits, or, with `wait`
 * false, gives undefined at once.
 */
export type WriterTurn = <Result>(
  work: () => Promise<Result>,
  wait: boolean,
) => Promise<Result | undefined>;

/** What an archive of a folder is made of. */
export type FolderArchiveParts = {
  readonly folder: Folder;
  readonly index: ArticleIndex;
  readonly settingsProblems: readonly Problem[];
  readonly notices: readonly string[];
  readonly writerTurn: WriterTurn;
  /** Told of every change of status. */
  readonly onStatus: (status: ArchiveStatus) => void;
};

/** Search options with the reader's signal as a question, as they arrive on this side of a thread. */
export type Asked<Options> = Omit<Options, "signal"> & { readonly cancelled?: () => boolean };

/**
 * An archive on the thread that calls it: an index kept in step with a folder, its hits joined with
 * excerpts, and its articles read from their files.
 */
export class FolderArchive {
  readonly #parts: FolderArchiveParts;
  #state: ArchiveStatus["state"] = "checking";
  #filesDone = 0;
  #filesTotal = 0;
  #leftOut = 0;
  #reportedAt = 0;
  #closed = false;
  #nextLook = Infinity;
  #failure: string | undefined;
  #work: Promise<void> | undefined;

  constructor(parts: FolderArchiveParts) {
    this.#parts = parts;
  }

  async status(): Promise<ArchiveStatus> {
    const { folder, index, notices } = this.#parts;
    const { unsearchable: _, ...counts } = await index.counts();
    return {
      name: folder.settings.name,
      folder: folder.root,
      timeZone: folder.settings.timeZone,
      state: this.#state,
      filesDone: this.#filesDone,
      filesTotal: this.#filesTotal,
      ...counts,
      leftOut: this.#leftOut,
      notices: [...notices, ...(this.#failure === undefined ? [] : [this.#failure])],
    };
  }

  /** Compares the files with the index; `before`, and a check under way, are waited for first. */
  async refresh(before?: Promise<unknown>): Promise<ArchiveStatus> {
    const underWay = this.#work;
    const work = (async () => {
      await Promise.all([before, underWay?.catch(() => {})]);
      await this.#check(false);
    })();
    this.#work = work;
    await work;
    return this.status();
  }

  /** Resolves when the work under way has ended; rejects when it failed. */
  async settled(): Promise<ArchiveStatus> {
    await this.#work;
    return this.status();
  }

  async search(query: Query, options: Asked<SearchOptions> = {}): Promise<Page> {
    this.#lookAgain();
    const { cursor, limit = defaultPageSize, facets = [], excerpts = false } = options;
    const page = await this.#parts.index.search(query, {
      ...patienceOf(options),
      ...(cursor === undefined ? {} : { cursor }),
      limit: Math.min(Math.max(1, limit), maxPageSize),
      facets,
    });
    return { ...page, ...this.#soFar(page), hits: this.#join(page.hits, query, excerpts) };
  }

  async window(query: Query, options: Asked<WindowOptions>): Promise<ListWindow> {
    this.#lookAgain();
    const window = await this.#parts.index.window(query, {
      ...patienceOf(options),
      at: options.at,
      before: Math.min(Math.max(0, options.before), maxPageSize),
      after: Math.min(Math.max(0, options.after), maxPageSize),
    });
    return {
      ...window,
      ...this.#soFar(window),
      hits: this.#join(window.hits, query, options.excerpts ?? false),
    };
  }

  async get(id: string): Promise<FoundArticle | undefined> {
    const { index, folder } = this.#parts;
    const known = await index.find(id);
    const entry = known === undefined ? undefined : await this.#current(known);
    if (entry === undefined) return undefined;
    const { article } = readFile(folder, entry);
    const { problems } = await index.problems({ path: entry.path, limit: maxPageSize });
    const { generation } = await index.counts();
    return { article: { ...article, id: entry.id }, problems, generation };
  }

  facets(query: Query, fields: readonly FacetField[]): Promise<Facets> {
    return this.#parts.index.facets(query, fields);
  }

  timeline(query: Query, interval: "month" | "year"): Promise<Timeline> {
    return this.#parts.index.timeline(query, interval);
  }

  problems(options: Partial<Parameters<ArticleIndex["problems"]>[0]> = {}): Promise<ProblemPage> {
    const limit = Math.min(Math.max(1, options.limit ?? defaultPageSize), maxPageSize);
    return this.#parts.index.problems({ ...options, limit });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#work?.catch(() => {});
    await this.#parts.index.close();
  }

  /** While the index is being made there may be more matches than it knows of. */
  #soFar(results: { readonly totalRelation: "eq" | "gte" }): {
    readonly totalRelation: "eq" | "gte";
  } {
    return { totalRelation: this.#state === "building" ? "gte" : results.totalRelation };
  }

  #join(hits: readonly IndexHit[], query: Query, excerpts: boolean): Hit[] {
    const terms = searchTerms(query.text);
    return hits.map(({ stamp, ...hit }) => {
      const { path, headline, lead } = hit.article;
      const body =
        excerpts && lead !== undefined
          ? readableText(readFile(this.#parts.folder, { path, stamp }).article)
          : "";
      const excerpt = excerptOf(body, terms);
      return {
        ...hit,
        headline: highlight(headline, terms),
        ...(excerpt === undefined ? {} : { excerpt }),
      };
    });
  }

  /**
   * The entry of an article as its file is now: a file that has changed is indexed first, but for when all
   * of them are being looked at anyway.
   */
  async #current(entry: FileEntry): Promise<FileEntry | undefined> {
    const { folder, index, writerTurn } = this.#parts;
    const stamp = statFile(folder.root, entry.path);
    if (this.#state !== "ready" || (stamp !== undefined && sameStamp(stamp, entry.stamp)))
      return entry;
    const changed = stamp === undefined ? [] : [{ path: entry.path, stamp }];
    const removed = new Set(stamp === undefined ? [entry.path] : []);
    const differences = { changed, known: [entry], removed };
    await writerTurn(() => putFiles(folder, index, differences, entry.searchable), false);
    this.#report(true);
    return index.find(entry.id);
  }

  /** Looks at the files once more, behind the answer to a question, when the last look is some time ago. */
  #lookAgain(): void {
    if (performance.now() < this.#nextLook || this.#closed) return;
    this.#nextLook = Infinity;
    // A failure is in the status, and is what `settled` rejects with.
    this.#work = this.#check(true);
    this.#work.catch(() => {});
  }

  /** Brings the index into step with the files; quietly, when only its result is worth telling. */
  async #check(quietly: boolean): Promise<void> {
    const { folder, index, settingsProblems, writerTurn } = this.#parts;
    const { articles, unsearchable, generation } = await index.counts();
    if (!quietly) {
      this.#state = articles === 0 || unsearchable > 0 ? "building" : "checking";
      this.#report(true);
    }
    const progress = {
      report: (done: number, total: number): void => {
        this.#filesDone = done;
        this.#filesTotal = total;
        this.#report(false);
      },
      pause: async (): Promise<void> => {
        await setImmediate();
        if (this.#closed) throw new ClosedError();
      },
    };
    const begun = performance.now();
    try {
      const sweep = await writerTurn(
        () => synchronise(folder, index, settingsProblems, progress),
        true,
      );
      this.#leftOut = sweep?.leftOut ?? this.#leftOut;
      this.#failure = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#failure = `The files could not be compared with the index. ${reason}`;
      quietly = false;
      throw error;
    } finally {
      const ended = performance.now();
      this.#nextLook = ended + Math.max(lookEveryMs, restPerLook * (ended - begun));
      this.#state = "ready";
      this.#filesDone = this.#filesTotal;
      if (!quietly || (await index.counts()).generation !== generation) this.#report(true);
    }
  }

  #report(now: boolean): void {
    if (this.#closed || (!now && performance.now() - this.#reportedAt < reportEveryMs)) return;
    this.#reportedAt = performance.now();
    void this.status().then(this.#parts.onStatus, () => {});
  }
}

function patienceOf({ cancelled, timeBudgetMs }: Patience): Patience {
  return {
    ...(cancelled === undefined ? {} : { cancelled }),
    ...(timeBudgetMs === undefined ? {} : { timeBudgetMs }),
  };
}
