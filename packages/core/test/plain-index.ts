import type { ChangePage } from "../src/archive/article-change.ts";
import type { ArticleKey } from "../src/archive/archive.ts";
import type {
  ArticleIndex,
  Change,
  FileEntry,
  IndexText,
  Patience,
  RelatedHits,
} from "../src/archive/article-index.ts";
import { scan } from "../src/archive/conformance/scan-articles.ts";
import { scanFacets, scanTimeline } from "../src/archive/conformance/scan-counts.ts";
import type { Suggestions } from "../src/archive/suggestions.ts";
import type { ArticleSummary } from "../src/article/article.ts";
import { CancelledError, ClosedError, CursorError, IndexError } from "../src/errors.ts";
import { formatText } from "../src/query/format-text.ts";
import { everything, type Query } from "../src/query/query.ts";
import type { FoundFile } from "../src/source/article-file.ts";
import { compareCodePoints } from "../src/text/compare.ts";
import { fold } from "../src/text/fold.ts";
import { readChanges } from "./plain-changes.ts";
import { PlainList } from "./plain-list.ts";
import { PlainStore, type PlainArticle } from "./plain-store.ts";
import { correctWords, relatedTo, wordCounts } from "./plain-words.ts";

/** The plainest index there can be: for each question all articles are looked at. */
export class PlainIndex implements ArticleIndex {
  readonly #store: PlainStore;
  #closed = false;

  /** Several may have one store, as processes have one file. */
  constructor(store: PlainStore = new PlainStore()) {
    this.#store = store;
  }

  async counts(): ReturnType<ArticleIndex["counts"]> {
    const { articles, folderProblems, awaited, whole, generation } = this.#open();
    const dates = articles.flatMap(({ article }) => article.datePublished?.epochMs ?? []);
    const problems = { error: 0, warning: 0, note: 0 };
    const all = [...articles.flatMap((each) => each.problems), ...folderProblems];
    for (const { severity } of all) problems[severity]++;
    return {
      articles: articles.length,
      unsearchable: articles.filter(({ count }) => count === undefined).length,
      awaited,
      whole,
      ...(dates.length > 0 ? { firstMs: Math.min(...dates), lastMs: Math.max(...dates) } : {}),
      problems,
      generation,
    };
  }

  async search(
    query: Query,
    { cursor, limit, facets, facetValues, ...options }: Parameters<ArticleIndex["search"]>[1],
  ): ReturnType<ArticleIndex["search"]> {
    const list = new PlainList(this.#open(), query, options);
    const start = cursor === undefined ? 0 : list.placeOf(cursor).after;
    const results = list.results(start, start + limit);
    const last = results.hits.at(-1);
    const isNone = (list.holdingAll ?? list.articles.length) === 0;
    const meant = query.text && isNone ? correctWords(query.text, this.#words()) : undefined;
    return {
      ...results,
      facets: list.timedOut ? {} : scanFacets(this.#open().articles, query, facets, facetValues),
      ...(meant === undefined ? {} : { meant: formatText(meant) }),
      ...(last !== undefined && start + limit < list.articles.length ? { next: last.cursor } : {}),
    };
  }

  async window(
    query: Query,
    { at, before, after, ...options }: Parameters<ArticleIndex["window"]>[1],
  ): ReturnType<ArticleIndex["window"]> {
    const list = new PlainList(this.#open(), query, options);
    const last = Math.max(list.articles.length - 1, 0);
    const anchor = Math.min(Math.max(list.anchorOf(at), 0), last);
    const first = Math.max(0, anchor - before);
    return {
      ...list.results(first, anchor + after + 1),
      firstOrdinal: first,
      ...(list.articles.length > 0 ? { anchorOrdinal: anchor } : {}),
    };
  }

  async find(key: ArticleKey): Promise<FileEntry | undefined> {
    const wanted = ({ article }: PlainArticle): boolean =>
      typeof key === "string" ? article.id === key : article.path === key.path;
    return this.#open().articles.find(wanted)?.entry;
  }

  async takenIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { articles } = this.#open();
    const taken = new Set(articles.flatMap(({ entry }) => [entry.id, entry.wantedId]));
    return new Set(ids).intersection(taken);
  }

  async facets(
    query: Query,
    fields: Parameters<ArticleIndex["facets"]>[1],
    options: Patience = {},
  ): ReturnType<ArticleIndex["facets"]> {
    const { timedOut } = new PlainList(this.#open(), query, options);
    return timedOut ? { timedOut } : scanFacets(this.#open().articles, query, fields);
  }

  async timeline(
    query: Query,
    interval: Parameters<ArticleIndex["timeline"]>[1],
    options: Patience = {},
  ): ReturnType<ArticleIndex["timeline"]> {
    const { timedOut, articles } = new PlainList(this.#open(), query, options);
    return {
      ...scanTimeline(timedOut ? articles : this.#open().articles, query, interval),
      generation: this.#open().generation,
      ...(timedOut ? { timedOut } : {}),
    };
  }

  async suggest(
    typed: string,
    { limit, cancelled }: Parameters<ArticleIndex["suggest"]>[1],
  ): Promise<Suggestions> {
    if (cancelled?.() === true) throw new CancelledError();
    const beginning = fold(typed.trim());
    if (beginning === "") return { words: [] };
    const words = [...this.#words()]
      .filter(([word]) => word.startsWith(beginning))
      .toSorted((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]))
      .slice(0, limit)
      .map(([word, articles]) => ({ word, articles }));
    return { words };
  }

  async related(
    { id }: Pick<ArticleSummary, "id">,
    text: IndexText,
    { limit, among, ...options }: Parameters<ArticleIndex["related"]>[2],
  ): Promise<RelatedHits> {
    const list = new PlainList(this.#open(), { ...among, sort: "newest" }, options);
    const related = relatedTo(text, list.articles, this.#words());
    const hits = related
      .filter(({ article }) => article.id !== id)
      .slice(0, limit)
      .map((each, ordinal) => list.hit(each, ordinal));
    return { hits, ...(list.timedOut ? { timedOut: true } : {}) };
  }

  async changes(
    since: string | undefined,
    options: Parameters<ArticleIndex["changes"]>[1],
  ): Promise<ChangePage> {
    return readChanges(this.#open(), since, options);
  }

  async problems({
    code,
    path,
    ofFolder = false,
    among,
    cursor,
    limit,
  }: Parameters<ArticleIndex["problems"]>[0]): ReturnType<ArticleIndex["problems"]> {
    const { articles, folderProblems } = this.#open();
    const isSeen = ({ article }: PlainArticle): boolean =>
      among === undefined ||
      ((among.drafts || !article.draft) &&
        (article.datePublished?.epochMs ?? -Infinity) <= (among.visibleAtMs ?? Infinity));
    const seen = articles.filter(isSeen);
    const wanted = Map.groupBy(seen, ({ entry }) => entry.wantedId);
    const ofArticles = seen.flatMap(({ entry, problems }) => {
      const isAlone = among !== undefined && wanted.get(entry.wantedId)?.length === 1;
      return ofFolder ? [] : problems.filter((each) => !isAlone || each.code !== "id-duplicate");
    });
    const all = [...ofArticles, ...(among === undefined ? folderProblems : [])]
      .filter((each) => code === undefined || each.code === code)
      .filter((each) => path === undefined || each.path === path)
      .toSorted((a, b) => compareCodePoints(a.path, b.path));
    const start = cursor === undefined ? 0 : Number(/^p(\d{1,9})$/.exec(cursor)?.[1]);
    if (Number.isNaN(start)) throw new CursorError("cursor-invalid", "This is no place in a list.");
    return {
      problems: all.slice(start, start + limit),
      total: all.length,
      ...(start + limit < all.length ? { next: `p${start + limit}` } : {}),
    };
  }

  async stamps({
    after = "",
    limit,
  }: Parameters<ArticleIndex["stamps"]>[0]): Promise<readonly FoundFile[]> {
    const entries = this.#entriesAfter(after).slice(0, limit);
    return entries.map(({ path, stamp }) => ({ path, stamp }));
  }

  async folderDigest(path: string): Promise<string | undefined> {
    this.#open();
    return this.#store.folderDigests.get(path);
  }

  async claimants(
    wantedId: string,
    { after, limit }: Parameters<ArticleIndex["claimants"]>[1],
  ): Promise<readonly FileEntry[]> {
    return this.#entriesAfter(after)
      .filter((entry) => entry.wantedId === wantedId)
      .slice(0, limit);
  }

  #entriesAfter(after: string): readonly FileEntry[] {
    const entries = this.#open().articles.map(({ entry }) => entry);
    return entries.filter(({ path }) => compareCodePoints(path, after) > 0);
  }

  async unsearchable(limit: number): Promise<readonly FileEntry[]> {
    const missing = this.#open().articles.filter(({ count }) => count === undefined);
    return scan(missing, { ...everything, drafts: true })
      .list.slice(0, limit)
      .map(({ entry }) => entry);
  }

  async apply(changes: readonly Change[]): Promise<string> {
    const store = this.#open();
    try {
      return store.apply(changes);
    } catch (cause) {
      throw new IndexError("index-failed", `The index failed: ${String(cause)}.`, { cause });
    }
  }

  async tidy(): Promise<boolean> {
    this.#open();
    return false;
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #open(): PlainStore {
    if (this.#closed) throw new ClosedError();
    return this.#store;
  }

  #words(): ReadonlyMap<string, number> {
    return wordCounts(this.#open().articles);
  }
}
