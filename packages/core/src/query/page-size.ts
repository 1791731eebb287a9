/**
 * Most hits in one page: what a reader or a program can use at once, and about 10 ms of summaries.
 *
 * @example
 * ```ts
 * import { maxPageSize, parseQuery } from "@broadsheet/core";
 *
 * const { page } = parseQuery([["limit", String(maxPageSize)]], { timeZone: "UTC" });
 * page.limit; // => maxPageSize
 * ```
 */
export const maxPageSize = 500;

/** Hits in a page when nobody asks for another number. */
export const defaultPageSize = 20;
