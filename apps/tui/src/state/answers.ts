import type {
  ArchiveStatus,
  Facets,
  FoundArticle,
  ListWindow,
  Timeline,
  TimelineBucket,
} from "@broadsheet/core/view";
import { atField, atSameFilter, withChosen } from "./filter-rows.ts";
import { articlesInView } from "./layout.ts";
import { answered, settled } from "./list-view.ts";
import { atPlace, keptInArticle } from "./reader-view.ts";
import type { ListView, Preview, Size, Slot, State } from "./state.ts";
import { wantedQuery } from "./wanted-query.ts";

/** The archive says how it is doing. When it has changed, what failed may be asked again. */
export function answerStatus(state: State, status: ArchiveStatus): State {
  const isChanged = status.generation !== state.status?.generation;
  return { ...state, status, failures: isChanged ? {} : state.failures };
}

/** Rows of the list have come. An answer to a question that nobody asks any more is passed over. */
export function answerList(
  state: State,
  window: ListWindow,
  key: string,
  generation: string,
): State {
  if (wantedQuery(state).key !== key) return state;
  const list = { ...state.list, ...readOf(state, window) };
  return { ...state, list: answered(list, window, key, generation, articlesInView(state)) };
}

/** The article that was opened from the list and is among its rows: while it is read it is the selected one. */
function readOf(
  { screen, reader, trail }: State,
  { hits }: ListWindow,
): Pick<ListView, "selectedId"> {
  if (screen !== "reader" || reader === undefined || trail.before.length > 0) return {};
  return hits.some(({ article }) => article.id === reader.id) ? { selectedId: reader.id } : {};
}

export function answerFacets(
  state: State,
  key: string,
  counts: Facets,
  months?: readonly TimelineBucket[],
): State {
  const next = { ...state, facets: { key, ...withChosen(state, counts, months) } };
  return next.filterGoal === undefined ? atSameFilter(next, state) : atField(next, next.filterGoal);
}

export function answerTimeline(state: State, key: string, counts: Timeline): State {
  return { ...state, timeline: { key, counts } };
}

export function answerPreview(state: State, preview: Preview): State {
  return { ...state, preview };
}

/**
 * An article has come, or there is none; the place in it stays. What is being read when its file goes stays too:
 * some editors take a file away for a moment to write it.
 */
export function answerArticle(
  state: State,
  id: string,
  found: FoundArticle | undefined,
  generation: string,
): State {
  if (state.reader?.id !== id) return state;
  const isMissing = found === undefined;
  const reader = { ...state.reader, generation, isMissing, ...(found && { found }) };
  return atPlace(keptInArticle({ ...state, reader }, state));
}

/** A question could not be answered; the sentence stands where the answer would. */
export function answerFailure(state: State, slot: Slot, key: string, message: string): State {
  if (slot === "link") {
    const { following: _over, ...rest } = state;
    return { ...rest, said: message };
  }
  return { ...state, failures: { ...state.failures, [slot]: { key, message } } };
}

/** The terminal has another size; what was selected and read stays in view. */
export function resized(state: State, size: Size): State {
  const next = { ...state, size };
  return keptInArticle({ ...next, list: settled(next.list, articlesInView(next)) }, state);
}
