import { cutText, displayWidth } from "@broadsheet/core/view";
import { styled, wrapStyled } from "../reading/styled-text.ts";
import { drawnOnce } from "../rows/drawn-once.ts";
import { emptyRow, flow, flowEndingAt, moved, type Row } from "../rows/row.ts";
import { filterFields, filterRows, type FilterRow } from "../state/filter-rows.ts";
import type { Pane } from "../state/layout.ts";
import type { State } from "../state/state.ts";
import { number } from "../words/numbers.ts";
import { words } from "../words/words.ts";

let languageNames: Intl.DisplayNames | undefined;

/** What a filter is called. */
export function filterLabel({ field, label }: Pick<FilterRow, "field" | "label">): string {
  if (label === "") return words.without[field];
  if (field !== "lang") return label;
  languageNames ??= new Intl.DisplayNames("en", { type: "language", fallback: "code" });
  try {
    return languageNames.of(label) ?? label;
  } catch {
    // The archive may declare languages that are no language tags.
    return label;
  }
}

const drawn = drawnOnce();

/** Everything the list can be narrowed to, with the number of articles for each; the cursor stays in view. */
export function filtersPane(state: State, pane: Pane): readonly Row[] {
  const { facets, filters, focus, filterRow: cursor, status } = state;
  // While the files are read for the first time there will be something soon.
  const isSoon = status?.state === "building" && filterRows(state).length === 0;
  if (facets === undefined || isSoon) return [];
  const from = [filters, focus, cursor, pane.columns, pane.rows];
  return drawn(facets, from, () => filterPaneRows(state, pane));
}

function filterPaneRows(state: State, pane: Pane): readonly Row[] {
  const all = filterRows(state);
  if (all.length === 0)
    return wrapStyled(styled(words.noFilters, { dim: true }), pane.columns - 1).map((row) =>
      moved(row, 1),
    );
  const rows: Row[] = [];
  let cursorRow = 0;
  for (const field of filterFields) {
    const ofField = all.filter((row) => row.field === field);
    if (ofField.length === 0) continue;
    if (rows.length > 0) rows.push(emptyRow);
    rows.push(flow(1, [cutText(words.filterTitles[field], pane.columns - 1), { dim: true }]));
    for (const filter of ofField) {
      const isSelected = state.focus === "filters" && filter === all[state.filterRow];
      if (isSelected) cursorRow = rows.length;
      rows.push(filterRow(filter, isSelected, pane.columns));
    }
  }
  const top = Math.max(0, Math.min(cursorRow - Math.floor(pane.rows / 2), rows.length - pane.rows));
  return rows.slice(top, top + pane.rows);
}

function filterRow(filter: FilterRow, isSelected: boolean, columns: number): Row {
  const count = number(filter.count);
  const label = cutText(filterLabel(filter), columns - 4 - displayWidth(count));
  const tone = isSelected || filter.isChosen ? ({ bold: true } as const) : {};
  return [
    ...(isSelected ? flow(0, [words.selectionBar, { accent: true }]) : []),
    ...(filter.isChosen ? flow(1, [words.chosen, { accent: true }]) : []),
    ...flow(3, [label, tone]),
    ...flowEndingAt(columns, [count, { dim: true }]),
  ];
}
