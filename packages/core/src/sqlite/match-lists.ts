import type { FacetField } from "../archive/archive.ts";
import { canonicalQuery } from "../query/canonical-query.ts";
import { formatText } from "../query/format-text.ts";
import type { Query, Sort, TextNode } from "../query/query.ts";
import { enoughFor, loosen, wordsOf } from "../query/loosen.ts";
import { sortOf } from "../query/search-terms.ts";
import { allOf, conjuncts, isAllOf, isText } from "../query/tree.ts";
import { lowerBound, type Columns } from "./columns.ts";
import { allPositions, difference, filterPositions } from "./filter-positions.ts";
import { queryTest } from "./filter-test.ts";
import type { TextFinder, TextMatches } from "./find-text.ts";
import type { Leaf } from "./fts-term.ts";
import { KeptBySize, type Room } from "./kept-by-size.ts";
import { matchTree } from "./match-tree.ts";
import { orderPositions } from "./order-matches.ts";
import type { GoOn } from "./patience.ts";
import { joined, rankPositions, type Ranked } from "./rank-positions.ts";
import { wantedLeaves } from "./wanted-leaves.ts";

/** All articles that match a query, in its order. */
export type MatchList = {
  readonly positions: Uint32Array;
  readonly order: Sort;
  /** By ordinal, of those that were ranked; only in relevance order. */
  readonly scores?: Float32Array;
  readonly rankedNewest?: number;
  /** How many of the first hold all that was looked for, when the others hold only some of it. */
  readonly holdingAll?: number;
  /** False when the time was over before all matches were found and ranked. */
  readonly complete: boolean;
  /** Whether there can be no more matches: all were found, among texts that are all indexed. */
  readonly exact: boolean;
};

/** What a query's text is taken to ask for. */
type Meant = {
  readonly tree: TextNode | undefined;
  /** By what the matches are ranked. */
  readonly leaves: readonly Leaf[];
  /** Whether the tree asks for some of the words where the query asks for all. */
  readonly isLoose: boolean;
};

/** The lists of one generation, kept while there is room for them: they come again while one scrolls, pages and counts. */
export class MatchLists {
  readonly #finder: TextFinder;
  readonly #columns: Columns;
  readonly #texts: KeptBySize<TextMatches>;
  readonly #lists: KeptBySize<MatchList>;

  constructor(finder: TextFinder, columns: Columns, room: Room) {
    this.#texts = new KeptBySize(room);
    this.#lists = new KeptBySize(room);
    this.#finder = finder;
    this.#columns = columns;
  }

  /** The list of a query. */
  list(query: Query, goOn: GoOn): MatchList {
    const key = this.keyOf(query);
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const list = this.#makeList(query, goOn);
    const { positions, scores, complete } = list;
    if (complete) this.#lists.set(key, list, scores ? [positions, scores] : [positions]);
    return list;
  }

  /** One string for all queries with the same answer in this generation. */
  keyOf(query: Query): string {
    return canonicalQuery(this.#withinDates(query));
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

  /** The positions that match but for the filters on one field, in any order. */
  without(field: FacetField, query: Query, goOn: GoOn): TextMatches {
    const parts = conjuncts(this.#meant(query, goOn).tree);
    const others = parts.filter((part) => !isAllOf(part, (leaf) => speaksOf(leaf, field)));
    const isNarrowed =
      others.length < parts.length ||
      (field === "year"
        ? query.fromMs !== undefined || query.toMs !== undefined
        : query[listNames[field]].length > 0);
    if (!isNarrowed) return this.list(query, goOn);
    return this.#match(allOf(others), query, goOn, field);
  }

  #makeList(query: Query, goOn: GoOn): MatchList {
    const { tree, leaves, isLoose } = this.#meant(query, goOn);
    const { positions, complete } = this.#match(tree, query, goOn);
    const looksForWords = tree !== undefined && !isAllOf(tree, (leaf) => !isText(leaf));
    const isWhole =
      !looksForWords ||
      (this.#columns.unsearchable === 0 && this.#finder.looksForAll(tree, this.#columns));
    const exact = complete && isWhole;
    const order = sortOf(query);
    if (leaves.length === 0 || (order !== "relevance" && !isLoose)) {
      const date = order === "oldest" ? "oldest" : "newest";
      const ordered = orderPositions(positions, date, this.#columns);
      return { positions: ordered, order: date, complete, exact };
    }
    const { scores, complete: scored } = this.#finder.score(leaves, this.#columns, goOn);
    this.#finder.scoreNames(leaves, this.#columns, scores, goOn);
    let isRanked = scored;
    const rank = (ascending: Uint32Array): Ranked => {
      const ranked = rankPositions(ascending, scores);
      const closest =
        isRanked && this.#finder.bringClosestFirst(ranked, leaves, this.#columns, goOn);
      isRanked = closest !== false && closest !== undefined;
      return closest || ranked;
    };
    const all = isLoose ? this.#match(query.text, query, goOn).positions : undefined;
    const ranked =
      all === undefined ? rank(positions) : joined(rank(all), rank(difference(positions, all)));
    return {
      order: "relevance",
      complete: complete && isRanked,
      exact,
      ...told(ranked, scored),
      ...(all === undefined ? {} : { holdingAll: all.length }),
    };
  }

  /**
   * A query's text as it stands where enough articles hold all its words; otherwise what finds those that hold
   * some of them as well. Filters do not count, so that counts without one of them are of the same articles.
   */
  #meant(query: Query, goOn: GoOn): Meant {
    const { text } = query;
    if (text === undefined) return { tree: text, leaves: [], isLoose: false };
    const asked = { tree: text, leaves: wantedLeaves(text), isLoose: false };
    const words = wordsOf(text);
    const loose = words && loosen(text, this.#finder.languages(this.#columns));
    const looseWords = loose && wordsOf(loose.tree);
    if (words === undefined || loose === undefined || looseWords === undefined) return asked;
    const all = this.#find(words, goOn);
    if (!all.complete || all.positions.length >= enoughFor(sortOf(query))) return asked;
    const some = this.#find(looseWords, goOn);
    // Found in part they tell nothing, and the list must not be taken for complete.
    if (some.complete && difference(some.positions, all.positions).length === 0) return asked;
    return { tree: loose.tree, leaves: loose.asked, isLoose: true };
  }

  /** The positions, ascending, that match a tree and pass a query's filters, but for those on one field. */
  #match(text: TextNode | undefined, query: Query, goOn: GoOn, leaveOut?: FacetField): TextMatches {
    const columns = this.#columns;
    const find = (node: TextNode): TextMatches => this.#find(node, goOn);
    const found = text === undefined ? undefined : matchTree(text, { columns, find, goOn });
    const test = queryTest(query, columns, leaveOut);
    if (test === undefined)
      return found ?? { positions: allPositions(columns.count), complete: true };
    const passing = filterPositions(found?.positions, test, columns.count, goOn);
    return { ...passing, complete: passing.complete && (found?.complete ?? true) };
  }

  #find(text: TextNode, goOn: GoOn): TextMatches {
    const key = formatText(text);
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const found = this.#finder.find(text, this.#columns, goOn);
    if (found.complete) this.#texts.set(key, found, [found.positions]);
    return found;
  }
}

const listNames = {
  section: "sections",
  lang: "languages",
  tag: "tags",
  author: "authors",
  source: "sources",
} as const;

/** Whether a leaf asks something of a field that is counted by value. */
function speaksOf(leaf: TextNode, field: FacetField): boolean {
  if (leaf.type === "date") return field === "year";
  if (leaf.type !== "filter") return false;
  const asked = leaf.field === "has" ? leaf.value : leaf.field;
  return asked === (field === "year" ? "date" : field);
}

/** A list's part of what ranking tells; without all scores nothing counts as ranked. */
function told(
  { positions, scores, ranked }: Ranked,
  scored: boolean,
): Pick<MatchList, "positions" | "scores" | "rankedNewest"> {
  if (!scored) return { positions, scores, rankedNewest: 0 };
  return { positions, scores, ...(ranked === positions.length ? {} : { rankedNewest: ranked }) };
}
