import type { ArchiveStatus, Excerpt, FacetField, Facets, Hit, Page } from "../archive/archive.ts";
import { facetFields } from "../query/parameters.ts";
import type { Sort } from "../query/query.ts";
import type { QueryWarning } from "../query/query-warning.ts";
import {
  articleSummaryJson,
  type ArticleSummaryJson,
  type JsonContext,
} from "./article-summary-json.ts";
import { progress } from "./status-json.ts";

/** Start and end (exclusive) of what matched in a text, in UTF-16 units. */
type RangesJson = Excerpt["highlights"];

/** What is known of how an article matches. */
export type MatchJson = {
  readonly headline: RangesJson;
  readonly excerpt?: { readonly text: string; readonly highlights: RangesJson } | undefined;
  readonly score?: number | undefined;
};

/** An article in a list; `match` only when something was looked for or an excerpt was asked for. */
export type HitJson = ArticleSummaryJson & { readonly match?: MatchJson | undefined };

/** What a list says of itself. */
export type ListMetaJson = {
  readonly total: number;
  readonly totalRelation: "eq" | "gte";
  readonly order: Sort;
  readonly rankedNewest?: number | undefined;
  readonly holdingAll?: number | undefined;
  readonly meant?: string | undefined;
  readonly nextCursor?: string | undefined;
  readonly generation: string;
  readonly timedOut: boolean;
  /** How many more values there are than are counted, by field. Absent when all are counted. */
  readonly moreValues?: { readonly [field in FacetField]?: number } | undefined;
  /** What in the search was not understood as it may have been meant. Absent when all was. */
  readonly warnings?: readonly QueryWarning[] | undefined;
  readonly building?: { readonly progress: number } | undefined;
};

/** Counts by value, for each field that was asked for. */
export type FacetsJson = {
  readonly [field in FacetField]?:
    | readonly { readonly value: string | null; readonly label: string; readonly count: number }[]
    | undefined;
};

/** A page of articles. */
export type ListJson = {
  readonly data: readonly HitJson[];
  readonly meta: ListMetaJson;
  readonly facets?: FacetsJson | undefined;
  readonly links?: { readonly self: string; readonly next?: string | undefined } | undefined;
};

/** What the JSON of a list can say beside its page. */
export type ListContext = JsonContext & {
  /** Tells whether the index is still being built. Absent: that is not said. */
  readonly status?: ArchiveStatus;
  /** The cursor that this page began after. Absent on the first page. */
  readonly cursor?: string | undefined;
  /** What is odd about what was typed. */
  readonly warnings?: readonly QueryWarning[] | undefined;
};

/**
 * A page of results, for JSON.
 *
 * @example
 * ```ts
 * import { everything, listJson } from "@broadsheet/core";
 * import { openArchive } from "@broadsheet/core/node";
 *
 * const archive = await openArchive("articles", { cacheDir: "cache" });
 * const { timeZone } = await archive.settled();
 * const { data, meta } = listJson(await archive.search(everything), { timeZone });
 * await archive.close();
 * data.map(({ headline }) => headline); // => ["A bridge opens", "The ferry stops"]
 * meta.total; // => 2
 * ```
 */
export function listJson(page: Page, context: ListContext): ListJson {
  const { links, status, warnings = [] } = context;
  const building = status?.state === "building" ? { progress: progress(status) } : undefined;
  return {
    data: page.hits.map((hit) => ({
      ...articleSummaryJson(hit.article, context),
      match: matchJson(hit),
    })),
    meta: {
      total: page.total,
      totalRelation: building === undefined ? page.totalRelation : "gte",
      order: page.order,
      rankedNewest: page.rankedNewest,
      holdingAll: page.holdingAll,
      meant: page.meant,
      nextCursor: page.next,
      generation: page.generation,
      timedOut: page.timedOut,
      moreValues: page.facets.more,
      warnings: warnings.length === 0 ? undefined : warnings,
      building,
    },
    facets: facetsJson(page.facets),
    links: links && {
      self: links.list(context.cursor),
      next: page.next === undefined ? undefined : links.list(page.next),
    },
  };
}

/**
 * How a hit matches, for JSON; undefined when nothing was looked for.
 *
 * @example
 * ```ts
 * import { everything, matchJson } from "@broadsheet/core";
 * import { openArchive } from "@broadsheet/core/node";
 *
 * const archive = await openArchive("articles", { cacheDir: "cache" });
 * await archive.settled();
 * const { hits } = await archive.search(everything, { excerpts: true });
 * await archive.close();
 * hits.map((hit) => matchJson(hit)?.headline); // => [[], []]
 * ```
 */
export function matchJson({ headline, excerpt, score }: Hit): MatchJson | undefined {
  if (headline.highlights.length === 0 && excerpt === undefined && score === undefined)
    return undefined;
  return {
    headline: headline.highlights,
    excerpt: excerpt && { text: excerpt.text, highlights: excerpt.highlights },
    score,
  };
}

function facetsJson(facets: Facets): FacetsJson | undefined {
  const fields = facetFields.flatMap((field) => {
    const counts = facets[field]?.map(({ value, label, count }) => ({ value, label, count }));
    return counts === undefined ? [] : [[field, counts] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
