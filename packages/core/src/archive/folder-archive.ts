import { setImmediate } from "node:timers/promises";
import { CancelledError } from "../errors.ts";
import { defaultPageSize, maxPageSize } from "../query/page-size.ts";
import { everything, type Query } from "../query/query.ts";
import { searchTerms } from "../query/search-terms.ts";
import type { ChangeOptions, ChangePage } from "./article-change.ts";
import type {
  ArticleKey,
  ArchiveStatus,
  CountOptions,
  FacetField,
  Facets,
  FoundArticle,
  Hit,
  ListWindow,
  Page,
  ProblemPage,
  RelatedArticles,
  RelatedOptions,
  Results,
  SearchOptions,
  Timeline,
  WindowOptions,
} from "./archive.ts";
import type { ArticleIndex, IndexHit, Patience } from "./article-index.ts";
import { excerptOf, highlight } from "./excerpt.ts";
import { InStep, type InStepParts } from "./keep-in-step.ts";
import { defaultTimeBudgetMs, maxSuggestions } from "./limits.ts";
import type { TimelineInterval } from "./period.ts";
import type { SuggestOptions, Suggestions } from "./suggestions.ts";
import { markedGeneration, shownSettings, unmarkedGeneration } from "./shown-settings.ts";

/** Least milliseconds between two reports of progress. */
const reportEveryMs = 100;

/** Milliseconds of reading for excerpts before others have a turn. */
const excerptSliceMs = 20;

/** Text of a body that is searched for the passage to show, in UTF-16 units: fifty articles' worth. */
const maxExcerptBody = 256 * 1024;

/** Related articles that are told where it is not said how many. */
const relatedShown = 5;

/** Loads what reads articles: as much as all else together, of which a list needs nothing. */
const reading = (): Promise<typeof import("./read-file.ts")> => import("./read-file.ts");

/** What an archive of a folder is made of. */
export type FolderArchiveParts = Omit<InStepParts, "onChange"> & {
  readonly notices: readonly string[];
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
  readonly #step: InStep;
  #reportedAt = 0;
  #closed = false;

  constructor(parts: FolderArchiveParts) {
    this.#parts = parts;
    this.#step = new InStep({ ...parts, onChange: (now) => this.#report(now) });
  }

  async status(): Promise<ArchiveStatus> {
    const { folder, index, notices, settingsFile } = this.#parts;
    const { state, files, leftOut, isWaiting } = this.#step;
    const { secondsLeft } = files;
    const { awaited, unsearchable, whole: _, ...counts } = await index.counts();
    // While another process does the work, the index itself tells how far it is.
    const theirs = isWaiting || (state !== "ready" && files.total === 0);
    return {
      ...shownSettings(settingsFile.settings),
      folder: folder.root,
      timeZone: folder.settings.timeZone,
      state,
      filesDone: theirs ? counts.articles - unsearchable : files.done,
      filesTotal: theirs ? counts.articles + awaited : files.total,
      ...(secondsLeft === undefined ? {} : { secondsLeft }),
      ...this.#marked(counts),
      leftOut,
      notices: [...notices, ...this.#step.notices],
    };
  }

  /** Compares the files with the index; `before`, and a look under way, are waited for first. */
  async refresh(before?: Promise<unknown>): Promise<ArchiveStatus> {
    await this.#step.look(before);
    return this.status();
  }

  async settled(): Promise<ArchiveStatus> {
    await this.#step.settled();
    return this.status();
  }

  async search(query: Query, options: Asked<SearchOptions> = {}): Promise<Page> {
    this.#step.lookAgain();
    const { cursor, limit = defaultPageSize, facets = [], facetValues } = options;
    const page = await this.#parts.index.search(query, {
      ...patienceOf(options),
      ...(cursor === undefined ? {} : { cursor }),
      limit: Math.min(Math.max(1, limit), maxPageSize),
      facets,
      ...(facetValues === undefined ? {} : { facetValues }),
    });
    return { ...this.#marked(page), ...(await this.#join(page, query, options)) };
  }

  async window(query: Query, options: Asked<WindowOptions>): Promise<ListWindow> {
    this.#step.lookAgain();
    const window = await this.#parts.index.window(query, {
      ...patienceOf(options),
      at: options.at,
      before: Math.min(Math.max(0, options.before), maxPageSize),
      after: Math.min(Math.max(0, options.after), maxPageSize),
    });
    return { ...this.#marked(window), ...(await this.#join(window, query, options)) };
  }

  async get(key: ArticleKey): Promise<FoundArticle | undefined> {
    const { index, folder } = this.#parts;
    const known = await index.find(key);
    const entry = known === undefined ? undefined : await this.#step.current(known);
    if (entry === undefined) return undefined;
    const { readFile } = await reading();
    const { article, problems, vanished } = readFile(folder, entry);
    // The file may be newer than the index, where that is being brought into step just now.
    if (vanished || article.id !== entry.wantedId) return undefined;
    const duplicate = { code: "id-duplicate", path: entry.path, limit: 1 } as const;
    const { problems: idProblems } = await index.problems(duplicate);
    const { generation } = this.#marked(await index.counts());
    return {
      article: { ...article, id: entry.id },
      problems: [...problems, ...idProblems],
      generation,
    };
  }

  facets(
    query: Query,
    fields: readonly FacetField[],
    options: Asked<CountOptions> = {},
  ): Promise<Facets> {
    return this.#parts.index.facets(query, fields, patienceOf(options));
  }

  async timeline(
    query: Query,
    interval: TimelineInterval,
    options: Asked<CountOptions> = {},
  ): Promise<Timeline> {
    return this.#marked(await this.#parts.index.timeline(query, interval, patienceOf(options)));
  }

  async changes(
    since?: string,
    { limit: wanted = maxPageSize, ...options }: ChangeOptions = {},
  ): Promise<ChangePage> {
    this.#step.lookAgain();
    const place = since && unmarkedGeneration(since);
    const limit = Math.min(Math.max(1, wanted), maxPageSize);
    return this.#marked(await this.#parts.index.changes(place, { ...options, limit }));
  }

  suggest(
    typed: string,
    { limit = maxSuggestions, ...options }: Asked<SuggestOptions> = {},
  ): Promise<Suggestions> {
    return this.#parts.index.suggest(typed, {
      ...patienceOf(options),
      limit: Math.min(Math.max(1, limit), maxSuggestions),
    });
  }

  async related(
    id: string,
    { limit = relatedShown, among = everything, ...options }: Asked<RelatedOptions> = {},
  ): Promise<RelatedArticles> {
    const { index, folder } = this.#parts;
    const known = await index.find(id);
    const entry = known === undefined ? undefined : await this.#step.current(known);
    if (entry === undefined) return { articles: [] };
    const { readFile, indexText } = await reading();
    const { article } = readFile(folder, entry);
    const { hits, ...rest } = await index.related({ ...article, id }, indexText(article), {
      ...patienceOf(options),
      limit: Math.min(Math.max(1, limit), maxPageSize),
      among,
    });
    return { articles: hits.map((hit) => hit.article), ...rest };
  }

  problems(options: Partial<Parameters<ArticleIndex["problems"]>[0]> = {}): Promise<ProblemPage> {
    const limit = Math.min(Math.max(1, options.limit ?? defaultPageSize), maxPageSize);
    return this.#parts.index.problems({ ...options, limit });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#step.close();
    await this.#parts.index.close();
  }

  /** Hits with what matches in them, and what is said of all of them. */
  async #join(
    results: Omit<Results, "hits"> & { readonly hits: readonly IndexHit[] },
    query: Query,
    options: Patience & { readonly excerpts?: boolean },
  ): Promise<Pick<Results, "hits" | "totalRelation" | "timedOut">> {
    const end = performance.now() + (options.timeBudgetMs ?? defaultTimeBudgetMs);
    let sliceEnd = performance.now() + excerptSliceMs;
    let timedOut = results.timedOut;
    const hits: Hit[] = [];
    const terms = searchTerms(query.text);
    const inBody = terms.filter(({ field }) => field === undefined);
    const read = options.excerpts === true ? await reading() : undefined;
    for (const { stamp, ...found } of results.hits) {
      const hit = { ...found, fileModifiedMs: stamp.modifiedMs };
      const headline = highlight(hit.article.headline, terms, hit.article.inLanguage);
      timedOut ||= performance.now() > end;
      if (read === undefined || timedOut || hit.article.lead === undefined) {
        hits.push({ ...hit, headline });
        continue;
      }
      if (options.cancelled?.() === true) throw new CancelledError();
      const { article } = read.readFile(this.#parts.folder, { path: hit.article.path, stamp });
      const excerpt = excerptOf(
        read.readableText(article).slice(0, maxExcerptBody),
        inBody,
        article.inLanguage,
      );
      hits.push({ ...hit, headline, ...(excerpt === undefined ? {} : { excerpt }) });
      if (performance.now() < sliceEnd) continue;
      await setImmediate();
      sliceEnd = performance.now() + excerptSliceMs;
    }
    const isWhole = await this.#step.isWhole();
    return { hits, timedOut, totalRelation: isWhole ? results.totalRelation : "gte" };
  }

  #marked<Answer extends { readonly generation: string }>(answer: Answer): Answer {
    const { settings } = this.#parts.settingsFile;
    return { ...answer, generation: markedGeneration(answer.generation, settings) };
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
