import type { ArticleSummary } from "@broadsheet/core/view";
import { emptyReason } from "../screens/empty-list.ts";
import { articlesInView } from "../state/layout.ts";
import { hitAt, select, selectedHit } from "../state/list-view.ts";
import { isListCurrent } from "../state/questions.ts";
import { meantSearch, withProposal } from "../state/search-reading.ts";
import { noFilters, type State } from "../state/state.ts";
import { emptyField } from "../state/text-field.ts";
import { noTrail, reading } from "../state/trail.ts";
import { isNarrowed } from "../state/wanted-query.ts";
import { words } from "../words/words.ts";
import { changing, type Command, type Step } from "./command.ts";
import { fieldCommands } from "./field-commands.ts";

/** The state with the selection so many rows further on. */
export function movedBy(state: State, rows: number): State {
  return movedTo(state, state.list.selected + rows);
}

function movedTo(state: State, ordinal: number): State {
  return { ...state, list: select(state.list, ordinal, articlesInView(state)) };
}

/** A screen less one row, so that one row is seen again. */
const page = (state: State): number => Math.max(1, articlesInView(state) - 1);

/** The whole list again, with the same article selected. */
export function widened(state: State): State {
  if (!isNarrowed(state)) return state;
  return {
    ...state,
    search: emptyField,
    filters: noFilters,
    list: { ...state.list, onAnswer: "selection" },
  };
}

/** The selected article, opened; nothing happens in an empty list. */
export function opened(state: State): State {
  const id = selectedHit(state.list)?.article.id;
  if (id === undefined) return state;
  // The preview may have read it already: then it is there at once.
  const found = state.preview?.id === id ? state.preview.found : undefined;
  const place = state.marks.byId.get(id);
  return reading({ ...state, trail: noTrail }, id, { found, place });
}

/** In place of a search that found nothing the one that was meant; undefined where none is known. */
function searchedForMeant(state: State): State | undefined {
  const meant = meantSearch(state);
  return (
    meant && {
      ...state,
      search: withProposal(state.search, meant),
      list: { ...state.list, onAnswer: "start" },
    }
  );
}

function isSelectionAtHand(state: State): boolean {
  return (
    isListCurrent(state) &&
    (state.list.total === 0 || hitAt(state.list, state.list.selected) !== undefined)
  );
}

/** The address where an article first appeared, for the clipboard. */
export function copied(state: State, article: ArticleSummary | undefined): Step {
  const link = article?.originUrl;
  return link === undefined
    ? { state: { ...state, said: words.noLink } }
    : { state: { ...state, said: words.copied(link) }, effect: { type: "copy", text: link } };
}

/** Whether there is anything to read or to order, as far as anybody knows yet. */
function hasArticles(state: State): boolean {
  return state.list.total > 0 || emptyReason(state) === undefined;
}

const nextOrder = { newest: "oldest", oldest: "relevance", relevance: "newest" } as const;

/** By date one way, by date the other way, and, when something is searched for, the best match first. */
export function reordered(state: State): State {
  const next = nextOrder[state.sort];
  const sort = next === "relevance" && state.search.text.trim() === "" ? "newest" : next;
  return { ...state, sort, list: { ...state.list, onAnswer: "start" } };
}

/** Up and down, which work the same in the search box. */
export const moveCommands: readonly Command[] = [
  {
    name: "down",
    keys: ["j", "down", "ctrl+n"],
    isReady: isListCurrent,
    run: changing((state) => movedBy(state, 1)),
  },
  {
    name: "up",
    keys: ["k", "up", "ctrl+p"],
    isReady: isListCurrent,
    run: changing((state) => movedBy(state, -1)),
  },
  {
    name: "pageDown",
    keys: ["space", "pagedown", "ctrl+f"],
    isReady: isListCurrent,
    run: changing((state) => movedBy(state, page(state))),
  },
  {
    name: "pageUp",
    keys: ["b", "pageup", "ctrl+b"],
    isReady: isListCurrent,
    run: changing((state) => movedBy(state, -page(state))),
  },
];

export const listCommands: readonly Command[] = [
  {
    name: "read",
    keys: ["enter", "3"],
    isInFoot: hasArticles,
    isReady: isSelectionAtHand,
    run: changing((state) => searchedForMeant(state) ?? opened(state)),
  },
  { name: "widen", keys: ["escape"], isInFoot: isNarrowed, run: changing(widened) },
  {
    name: "search",
    keys: ["/", "f3"],
    isInFoot: isNarrowed,
    narrows: true,
    run: changing((state) => ({ ...state, focus: "search" })),
  },
  {
    name: "filters",
    keys: ["tab", "f2", "2"],
    isInFoot: isNarrowed,
    narrows: true,
    run: changing((state) => ({ ...state, focus: "filters", filterRow: 0 })),
  },
  ...fieldCommands,
  {
    name: "quit",
    keys: ["q", "f10"],
    isInFoot: true,
    run: (state) => ({ state, effect: { type: "quit" } }),
  },
  {
    name: "problems",
    keys: ["!", "f6"],
    isInFoot: ({ status }) => (status?.problems.error ?? 0) + (status?.problems.warning ?? 0) > 0,
    run: changing((state) => ({ ...state, screen: "problems" })),
  },
  { name: "order", keys: ["s", "f4"], isInFoot: hasArticles, run: changing(reordered) },
  {
    name: "edit",
    keys: ["e", "f7"],
    isReady: isSelectionAtHand,
    run(state) {
      const path = selectedHit(state.list)?.article.path;
      return path === undefined ? { state } : { state, effect: { type: "edit", path } };
    },
  },
  {
    name: "copyLink",
    keys: ["y", "f8"],
    isReady: isSelectionAtHand,
    run: (state) => copied(state, selectedHit(state.list)?.article),
  },
  ...moveCommands,
  {
    name: "first",
    keys: ["g", "home"],
    isReady: isListCurrent,
    run: changing((state) => movedTo(state, 0)),
  },
  {
    name: "last",
    keys: ["G", "end"],
    isReady: isListCurrent,
    run: changing((state) => movedTo(state, state.list.total - 1)),
  },
];
