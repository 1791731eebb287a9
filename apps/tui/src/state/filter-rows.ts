import { noValue, type FacetCount, type FacetField } from "@broadsheet/core/view";
import { monthName } from "../words/dates.ts";
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

/** The fields whose values are counted, in the order in which they are shown. */
export const valueFields = ["section", "lang", "year"] as const satisfies readonly FacetField[];

/** A field whose values are counted. */
export type ValueField = (typeof valueFields)[number];

/** The same, and the months of the year that is chosen. */
export const filterFields = [...valueFields, "month"] as const;

/** A field whose values can be chosen from the list of filters. */
export type FilterRowField = (typeof filterFields)[number];

/** Values of one field beyond these are too rare to be chosen from a list. */
const maxValues = 12;

/**
 * Everything that the list can be narrowed to, field by field: years and months newest first, the rest by
 * frequency.
 */
export function filterRows({
  facets,
  filters,
}: Pick<State, "facets" | "filters">): readonly FilterRow[] {
  const rows = valueFields.flatMap((field) => {
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
  const [year] = filters.year;
  const months = (facets?.months ?? []).filter(
    ({ period }) => year !== undefined && period.startsWith(`${year}-`),
  );
  return [
    ...rows,
    ...months.toReversed().map(({ period, count }) => ({
      field: "month" as const,
      value: period,
      label: monthName(period),
      count,
      isChosen: filters.month.includes(period),
    })),
  ];
}

/** Years newest first, the rest as they are. */
export function inOrder(field: FacetField, counts: readonly FacetCount[]): readonly FacetCount[] {
  return field === "year" ? counts.toSorted((a, b) => Number(b.value) - Number(a.value)) : counts;
}

/**
 * The cursor on the first filter of a field. Where the filters have still to come it goes there when they have,
 * and it stays where it is when there is none.
 */
export function atField(state: State, field: FilterRowField): State {
  const { filterGoal: _reached, ...rest } = state;
  if (state.facets === undefined) return { ...rest, filterGoal: field };
  const row = filterRows(state).findIndex((each) => each.field === field);
  return row < 0 ? rest : { ...rest, filterRow: row };
}

/** The filter under the cursor put on, or taken off again. There is one year at most, and one month of it. */
export function toggled(state: State): State {
  const row = filterRows(state)[state.filterRow];
  if (row === undefined) return state;
  const isOne = row.field === "year" || row.field === "month";
  const others = isOne ? [] : state.filters[row.field].filter((value) => value !== row.value);
  return {
    ...state,
    filters: {
      ...state.filters,
      ...(row.field === "year" ? { month: [] } : {}),
      [row.field]: row.isChosen ? others : [...others, row.value],
    },
    list: { ...state.list, onAnswer: "start" },
  };
}
