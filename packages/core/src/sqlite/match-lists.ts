import type { FacetField } from "../archive/archive.ts";
import { canonicalQuery, formatText } from "../query/canonical-query.ts";
import type { Query, Sort, TextNode } from "../query/query.ts";
import type { Columns } from "./columns.ts";
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
  /** Matches, which may be more than are ranked. */
  readonly total: number;
  /** False when the time was over before all matches were found. */
  readonly complete: boolean;
};

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
    const key = canonicalQuery(query);
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const list = this.#makeList(query, goOn);
    if (list.complete) this.#keep(this.#lists, key, list);
    return list;
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
    if (text === undefined || sort !== "relevance") {
      const order = sort === "relevance" ? "newest" : sort;
      return {
        positions: orderPositions(positions, order, this.#columns),
        order,
        total: positions.length,
        complete,
      };
    }
    const ranked = this.#finder.rank(text, positions, this.#columns, goOn);
    return { ...ranked, order: "relevance", total: positions.length, complete };
  }

  #find(text: TextNode, goOn: GoOn): TextMatches {
    const key = formatText(text);
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const found = this.#finder.find(text, this.#columns, goOn);
    if (found.complete) this.#keep(this.#texts, key, found);
    return found;
  }

  #keep<Kept extends { readonly positions: Uint32Array }>(
    kept: Map<string, Kept>,
    key: string,
    list: Kept,
  ): void {
    this.#kept += list.positions.length;
    if (this.#kept > keptPositions) {
      this.#texts.clear();
      this.#lists.clear();
      this.#kept = list.positions.length;
    }
    kept.set(key, list);
  }
}
