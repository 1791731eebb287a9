import type { FacetField } from "../archive/archive.ts";
import { canonicalQuery, formatText } from "../query/canonical-query.ts";
import type { Query, Sort, TextNode } from "../query/query.ts";
import { lowerBound, type Columns } from "./columns.ts";
import { filterPositions } from "./filter-positions.ts";
import type { GoOn, TextFinder, TextMatches } from "./find-text.ts";
import { orderPositions } from "./order-matches.ts";

/** All articles that match a query, in its order. */
export type MatchList = {
  readonly positions: Uint32Array;
  readonly order: Sort;
  /** By ordinal; only in relevance order. */
  readonly scores?: Float64Array;
  readonly rankedNewest?: number;
  /** False when the time was over before all matches were found and ranked. */
  readonly complete: boolean;
  /** Whether there can be no more matches: all were found, among texts that are all indexed. */
  readonly exact: boolean;
};

/** What a list costs beside its positions, in positions. */
const listOverhead = 64;

/** Positions kept for queries that come again while one scrolls, pages and counts: 32 MB. */
const keptPositions = 8_000_000;

/** The lists of one generation, kept while there is room for them. */
export class MatchLists {
  readonly #finder: TextFinder;
  readonly #columns: Columns;
  readonly #texts = new Map<string, TextMatches>();
  readonly #lists = new Map<string, MatchList>();
  #kept = 0;

  constructor(finder: TextFinder, columns: Columns) {
    this.#finder = finder;
    this.#columns = columns;
  }

  /** The list of a query. */
  list(query: Query, goOn: GoOn): MatchList {
    const key = canonicalQuery(this.#withinDates(query));
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const list = this.#makeList(query, goOn);
    if (list.complete) this.#keep(this.#lists, key, list);
    return list;
  }

  /**
   * The same query with an embargo that is one of the archive's dates, or none: so that a question that
   * comes every second is the same question until something is published.
   */
  #withinDates({ visibleAtMs, ...query }: Query): Query {
    if (visibleAtMs === undefined) return query;
    const { startMs, undated, count } = this.#columns;
    const after = lowerBound(startMs, visibleAtMs + 0.5, undated, count);
    if (after === count) return query;
    return {
      ...query,
      visibleAtMs: (startMs[Math.max(undated, after - 1)] ?? 0) - Number(after === undated),
    };
  }

  /** The positions, ascending, that match but for the filter of one field. */
  without(field: FacetField, query: Query, goOn: GoOn): Uint32Array {
    const text = query.text === undefined ? undefined : this.#find(query.text, goOn);
    return filterPositions(text?.positions, query, this.#columns, field);
  }

  #makeList(query: Query, goOn: GoOn): MatchList {
    const { text, sort } = query;
    const found = text === undefined ? undefined : this.#find(text, goOn);
    const positions = filterPositions(found?.positions, query, this.#columns);
    const complete = found?.complete ?? true;
    const exact = complete && (text === undefined || this.#columns.unsearchable === 0);
    if (text === undefined || sort !== "relevance") {
      const order = sort === "relevance" ? "newest" : sort;
      const ordered = orderPositions(positions, order, this.#columns);
      return { positions: ordered, order, complete, exact };
    }
    const ranked = this.#finder.rank(text, positions, this.#columns, goOn);
    return { ...ranked, order: "relevance", complete: complete && ranked.complete, exact };
  }

  #find(text: TextNode, goOn: GoOn): TextMatches {
    const key = formatText(text);
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const found = this.#finder.find(text, this.#columns, goOn);
    if (found.complete) this.#keep(this.#texts, key, found);
    return found;
  }

  #keep<Kept extends { readonly positions: Uint32Array; readonly scores?: Float64Array }>(
    kept: Map<string, Kept>,
    key: string,
    list: Kept,
  ): void {
    const size = listOverhead + list.positions.length * (list.scores === undefined ? 1 : 3);
    this.#kept += size;
    if (this.#kept > keptPositions) {
      this.#texts.clear();
      this.#lists.clear();
      this.#kept = size;
    }
    kept.set(key, list);
  }
}
