import { styled, wrapStyled } from "../reading/styled-text.ts";
import { emptyRow, moved, type Row } from "../rows/row.ts";
import type { Pane } from "../state/layout.ts";
import { filterRows } from "../state/filter-rows.ts";
import { isListCurrent } from "../state/questions.ts";
import { meantSearch } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import { words } from "../words/words.ts";
import { filterLabel } from "./filters-pane.ts";

/** The same as rows of the list's pane. */
export function emptyList(state: State, pane: Pane): readonly Row[] | undefined {
  const sentences = emptyReason(state);
  if (sentences === undefined) return undefined;
  const [title, advice] = sentences;
  const columns = Math.max(1, Math.min(pane.columns - 2, 60));
  const rows = [
    ...(pane.rows > 4 ? [emptyRow] : []),
    ...wrapStyled(styled(title, { bold: true }), columns),
    ...wrapStyled(styled(advice, { dim: true }), columns),
  ];
  return rows.slice(0, pane.rows).map((row) => moved(row, 1));
}

/** Why the list is empty, and what to do next, in two texts; undefined when it is not, or nobody knows yet. */
export function emptyReason(state: State): readonly [title: string, advice: string] | undefined {
  const { list, status, failures, search, filters } = state;
  if (failures.list !== undefined)
    return [words.failed.title, `${failures.list.message} ${words.failed.advice}`];
  if (status === undefined || !isListCurrent(state) || list.total > 0) return undefined;
  const typed = search.text.trim();
  const isFiltered = Object.values(filters).some((values) => values.length > 0);
  if (typed !== "" || isFiltered) {
    const chosen = filterRows(state).filter(({ isChosen }) => isChosen);
    const title = words.nothingFound.title(typed, chosen.map(filterLabel));
    const meant = meantSearch(state);
    if (meant !== undefined) return [title, words.nothingFound.meant(meant.text)];
    if (typed === "") return [title, words.nothingFound.clearFilters];
    return [title, isFiltered ? words.nothingFound.clearBoth : words.nothingFound.clearSearch];
  }
  // While the files are read for the first time, the foot says so.
  if (status.state === "building") return undefined;
  return [words.emptyArchive.title, words.emptyArchive.advice(state.folder)];
}
