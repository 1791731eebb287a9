import {
  noValue,
  type FacetCount,
  type FacetField,
  type Facets,
  type TimelineBucket,
} from "@broadsheet/core/view";
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

/** Sections and languages beyond these are too rare to be chosen from a list; years are looked for by their number. */
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
      .map(({ value, label, count }) => ({
        field,
        value: value ?? noValue,
        label: value === null ? "" : label,
        count,
        isChosen: filters[field].includes(value ?? noValue),
      }))
      .filter(({ isChosen }, index) => field === "year" || index < maxValues || isChosen);
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

/**
 * Counts that have come, with those values of the last ones that are chosen and that no article has any more:
 * what narrows the list can always be seen, and taken off.
 */
export function withChosen(
  { filters, facets }: Pick<State, "facets" | "filters">,
  counts: Facets,
  months?: readonly TimelineBucket[],
): { readonly counts: Facets; readonly months?: readonly TimelineBucket[] } {
  const all = { ...counts };
  for (const field of valueFields) {
    const known = counts[field] ?? [];
    const gone = (facets?.counts[field] ?? []).filter(
      ({ value }) =>
        filters[field].includes(value ?? noValue) && known.every((each) => each.value !== value),
    );
    all[field] = [...known, ...gone.map((each) => ({ ...each, count: 0 }))];
  }
  if (months === undefined) return { counts: all };
  const gone = filters.month.filter((period) => months.every((month) => month.period !== period));
  const withGone = [...months, ...gone.map((period) => ({ period, count: 0 }))];
  return { counts: all, months: withGone.toSorted((a, b) => (a.period < b.period ? -1 : 1)) };
}

/**
 * The cursor on the filter that it was on before other counts came; where that is gone, on the same place
 * among those of its field, or on the last.
 */
export function atSameFilter(state: State, before: State): State {
  const rows = filterRows(state);
  const old = filterRows(before);
  const was = old[before.filterRow];
  if (was === undefined) return state;
  // While the first files are read, values come over it that were not there: who has not moved stays at the top.
  const isBuilding = state.status?.state === "building";
  if (isBuilding && before.filterRow === 0 && !was.isChosen) return state;
  const same = rows.findIndex(({ field, value }) => field === was.field && value === was.value);
  if (same >= 0) return { ...state, filterRow: same };
  const into = before.filterRow - old.findIndex(({ field }) => field === was.field);
  const first = rows.findIndex(({ field }) => field === was.field);
  const last = rows.findLastIndex(({ field }) => field === was.field);
  const row = first < 0 ? before.filterRow : Math.min(first + into, last);
  return { ...state, filterRow: Math.max(0, Math.min(row, rows.length - 1)) };
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
