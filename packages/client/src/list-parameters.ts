import type { FacetField, ParameterName, Sort } from "@broadsheet/core";

/** What a list can be asked for, in the names of the addresses; each as the archive's description has it. */
export type ListParameters = {
  readonly q?: string;
  readonly section?: readonly string[];
  readonly lang?: readonly string[];
  /** A year, a month, a day or an instant, such as `2024-11`. */
  readonly from?: string;
  readonly to?: string;
  readonly sort?: Sort;
  readonly limit?: number;
  readonly cursor?: string;
  readonly facets?: readonly FacetField[];
  readonly highlight?: "none" | "excerpt";
} & { readonly [name in Exclude<ParameterName, KnownName>]?: string | readonly string[] };

type KnownName = "q" | "section" | "lang" | "from" | "to" | "sort" | "limit" | "cursor" | "facets";

/** What chooses articles, but says nothing of how they are listed. */
export type FilterParameters = Omit<
  ListParameters,
  "sort" | "limit" | "cursor" | "facets" | "highlight"
>;

/** The same as the end of an address; empty when nothing is asked for. */
export function queryText(parameters: object): string {
  const entries = Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined || (Array.isArray(value) && value.length === 0)
      ? []
      : [[name, String(value)]],
  );
  return entries.length === 0 ? "" : `?${String(new URLSearchParams(entries))}`;
}
