import type { FacetField, Facets } from "../archive/archive.ts";
import { maxFacetValues } from "../archive/limits.ts";
import type { Query } from "../query/query.ts";
import type { Columns } from "./columns.ts";
import { countValues, type ValueCounts } from "./count-values.ts";
import { KeptBySize, type Room } from "./kept-by-size.ts";
import type { GoOn } from "./patience.ts";
import type { MatchLists } from "./match-lists.ts";

/** Bytes of a value and its count. */
const countBytes = 128;

/** Counts the values of fields in one generation. */
export class FacetCounter {
  readonly #lists: MatchLists;
  readonly #columns: Columns;
  readonly #kept: KeptBySize<ValueCounts>;

  constructor(lists: MatchLists, columns: Columns, room: Room) {
    this.#kept = new KeptBySize(room);
    this.#lists = lists;
    this.#columns = columns;
  }

  /** The counts of some fields among what a query matches, each without its own filters. */
  count(
    query: Query,
    fields: readonly FacetField[],
    goOn: GoOn,
    most: number = maxFacetValues,
  ): Facets {
    const key = fields.length === 0 ? "" : this.#lists.keyOf({ ...query, sort: "newest" });
    let isComplete = true;
    const counted = fields.map((field) => {
      const place = `${field} ${most} ${key}`;
      const known = this.#kept.get(place);
      if (known !== undefined) return [field, known] as const;
      const { positions, complete } = this.#lists.without(
        field,
        { ...query, sort: "newest" },
        goOn,
      );
      const counts = countValues(field, positions, this.#columns, goOn, most);
      isComplete &&= complete && goOn();
      if (isComplete) this.#kept.set(place, counts, [], counts.counts.length * countBytes);
      return [field, counts] as const;
    });
    const more = counted.filter(([, counts]) => counts.more > 0);
    return {
      ...Object.fromEntries(counted.map(([field, { counts }]) => [field, counts])),
      ...(more.length === 0
        ? {}
        : { more: Object.fromEntries(more.map(([field, counts]) => [field, counts.more])) }),
      ...(isComplete ? {} : { timedOut: true }),
    };
  }
}
