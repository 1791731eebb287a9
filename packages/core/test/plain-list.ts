import type { WindowAnchor } from "../src/archive/archive.ts";
import type { IndexHit, IndexResults, Patience } from "../src/archive/article-index.ts";
import { scan, scoreOf } from "../src/archive/conformance/scan-articles.ts";
import { CursorError } from "../src/errors.ts";
import { formatCursor, parseCursor } from "../src/query/cursor.ts";
import type { Query, Sort } from "../src/query/query.ts";
import { patience } from "../src/sqlite/patience.ts";
import { compareCodePoints } from "../src/text/compare.ts";
import type { PlainArticle, PlainStore } from "./plain-store.ts";

/** What matches a query of the articles that there is time to look at. */
export class PlainList {
  readonly articles: readonly PlainArticle[];
  readonly holdingAll: number | undefined;
  readonly timedOut: boolean;
  readonly #generation: string;
  readonly #query: Query;
  readonly #order: Sort;
  readonly #isOpen: boolean;

  constructor({ articles, generation }: PlainStore, query: Query, options: Patience) {
    const goOn = patience(options);
    const seen = articles.filter(() => goOn());
    const { list, order, holdingAll, isOpen } = scan(seen, query);
    this.articles = list;
    this.holdingAll = holdingAll;
    this.timedOut = seen.length < articles.length;
    this.#generation = generation;
    this.#query = query;
    this.#order = order;
    this.#isOpen = isOpen;
  }

  /** The hits from one ordinal to another (exclusive), with what is said of all. */
  results(from: number, to: number): IndexResults {
    const { articles, holdingAll, timedOut } = this;
    return {
      hits: articles.slice(from, to).map((each, index) => this.hit(each, from + index)),
      total: articles.length,
      totalRelation: this.#isOpen || timedOut ? "gte" : "eq",
      order: this.#order,
      ...(holdingAll === undefined ? {} : { holdingAll }),
      generation: this.#generation,
      timedOut,
    };
  }

  hit(each: PlainArticle, ordinal: number): IndexHit {
    const { article, entry } = each;
    const [order, generation] = [this.#order, this.#generation];
    const startMs = article.datePublished?.epochMs ?? null;
    return {
      article,
      stamp: entry.stamp,
      ...(order === "relevance" ? { score: scoreOf(each, this.#query) } : {}),
      cursor: formatCursor(
        order === "relevance" ? { order, ordinal, generation } : { order, startMs, id: article.id },
      ),
    };
  }

  /** Where the article of a cursor stands or stood, and where the list goes on. */
  placeOf(text: string): { readonly at: number; readonly after: number } {
    const cursor = parseCursor(text, this.#order);
    if (cursor.order === "relevance") {
      if (cursor.generation !== this.#generation)
        throw new CursorError("cursor-expired", "The archive has changed.");
      return { at: cursor.ordinal, after: cursor.ordinal + 1 };
    }
    const rank = (startMs: number | null, id: string): [number, string] => [
      startMs === null ? Infinity : cursor.order === "newest" ? -startMs : startMs,
      id,
    ];
    const [date, id] = rank(cursor.startMs, cursor.id);
    const sign = cursor.order === "oldest" && cursor.startMs !== null ? -1 : 1;
    const at = this.articles.findLastIndex(({ article }) => {
      const [other, otherId] = rank(article.datePublished?.epochMs ?? null, article.id);
      return other < date || (other === date && sign * compareCodePoints(otherId, id) <= 0);
    });
    return { at, after: at + 1 };
  }

  anchorOf(at: WindowAnchor): number {
    if (at === "start") return 0;
    if (at === "end") return this.articles.length - 1;
    if ("ordinal" in at) return at.ordinal;
    if ("cursor" in at) return this.placeOf(at.cursor).at;
    return this.articles.findIndex(({ article }) => article.id === at.id);
  }
}
