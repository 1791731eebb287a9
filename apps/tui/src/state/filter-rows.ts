import { noValue, type FacetCount, type FacetField } from "@broadsheet/core/view";
import type { State } from "./state.ts";

/** A value that the list can be narrowed to. */
export type FilterRow = {
  readonly field: FilterRowField;
  /** The value in a query. */
  readonly value: string;
  /** The label as the archive gives it; empty for articles without a value. */
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
};

/** In the order in which they are shown. */
export const filterFields = ["section", "lang", "year"] as const satisfies readonly FacetField[];

/** A field whose values can be chosen from the list of filters. */
export type FilterRowField = (typeof filterFields)[number];

/** Values of one field beyond these are too rare to be chosen from a list. */
const maxValues = 12;

/** Everything that the list can be narrowed to, field by field: years newest first, the rest by frequency. */
export function filterRows({
  facets,
  filters,
}: Pick<State, "facets" | "filters">): readonly FilterRow[] {
  return filterFields.flatMap((field) => {
    const counts = (facets?.counts[field] ?? []).filter(
      ({ value }) => field !== "year" || value !== null,
    );
    return inOrder(field, counts)
      .slice(0, maxValues)
      .map(({ value, label, count }) => ({
        field,
        value: value ?? noValue,
        label: value === null ? "" : label,
        count,
        isChosen: filters[field].includes(value ?? noValue),
      }));
  });
}

/** Years newest first, the rest as they are. */
export function inOrder(field: FacetField, counts: readonly FacetCount[]): readonly FacetCount[] {
  return field === "year" ? counts.toSorted((a, b) => Number(b.value) - Number(a.value)) : counts;
}

/** The filter under the cursor put on, or taken off again. Of the years there is one at most. */
export function toggled(state: State): State {
  const row = filterRows(state)[state.filterRow];
  if (row === undefined) return state;
  const others =
    row.field === "year" ? [] : state.filters[row.field].filter((value) => value !== row.value);
  return {
    ...state,
    filters: { ...state.filters, [row.field]: row.isChosen ? others : [...others, row.value] },
    list: { ...state.list, onAnswer: "start" },
  };
}
