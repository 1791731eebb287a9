import { searchMarker } from "../reading/marker.ts";
import { measures, readerPane } from "../state/layout.ts";
import { hitAt } from "../state/list-view.ts";
import { isListCurrent } from "../state/questions.ts";
import { withFind } from "../state/find-view.ts";
import { withLinks } from "../state/link-list.ts";
import { wentBack, wentForward } from "../state/trail.ts";
import {
  atMatch,
  codeOverflow,
  lastTop,
  readerLines,
  scrolledSideways,
  scrolledTo,
  withMeasure,
} from "../state/reader-view.ts";
import { wantedQuery } from "../state/wanted-query.ts";
import { words } from "../words/words.ts";
import type { State } from "../state/state.ts";
import { changing, type Command } from "./command.ts";
import { copied, movedBy, opened } from "./list-commands.ts";

/** Columns by which code is scrolled sideways at a time. */
const sidewaysStep = 16;

function scrolledBy(state: State, rows: number): State {
  return scrolledTo(state, (state.reader?.top ?? 0) + rows);
}

/** A screen less two rows, so that the eye finds the line it was at. */
const page = (state: State): number => Math.max(1, readerPane(state).rows - 2);

/** Whether the article has come, or it is known that it does not. */
export function isAtHand({ reader, failures }: State): boolean {
  return (
    reader?.found !== undefined || reader?.isMissing === true || failures.article !== undefined
  );
}

function areNeighboursAtHand(state: State): boolean {
  const { list } = state;
  const isAtHandOrOutside = (ordinal: number): boolean =>
    ordinal < 0 || ordinal >= list.total || hitAt(list, ordinal) !== undefined;
  return (
    isListCurrent(state) &&
    isAtHandOrOutside(list.selected - 1) &&
    isAtHandOrOutside(list.selected + 1)
  );
}

/** The article before or after this one in the list; at an end of it that is said. */
function neighbour(state: State, step: 1 | -1): State {
  // In place of an article that is gone the one after it is selected already.
  if (step > 0 && isGoneFromList(state)) return opened(state);
  const moved = movedBy(state, step);
  if (moved.list.selected !== state.list.selected) return opened(moved);
  return { ...state, said: step > 0 ? words.noNext : words.noPrevious };
}

function isGoneFromList({ reader, list, trail }: State): boolean {
  const isMissing = reader?.isMissing === true && reader.id !== list.selectedId;
  return isMissing && trail.before.length === 0;
}

const isSearching = (state: State): boolean =>
  searchMarker(wantedQuery(state).query.text) !== undefined;

function matchOr(state: State, step: 1 | -1): State {
  return atMatch(state, step) ?? { ...state, said: words.noMoreMatches };
}

export const readerCommands: readonly Command[] = [
  {
    name: "back",
    keys: ["escape", "q", "f10", "1"],
    isInFoot: true,
    run: changing((state) => ({ ...state, screen: "library", focus: "list" })),
  },
  {
    name: "links",
    keys: ["l", "tab", "f12"],
    isInFoot: true,
    isReady: isAtHand,
    run: changing(withLinks),
  },
  {
    name: "goBack",
    keys: ["backspace", "alt+left"],
    isInFoot: ({ trail }) => trail.before.length > 0,
    run: changing((state) => wentBack(state) ?? { ...state, screen: "library", focus: "list" }),
  },
  {
    name: "goForward",
    keys: ["alt+right"],
    run: changing((state) => wentForward(state) ?? { ...state, said: words.nothingForward }),
  },
  {
    name: "sidewaysRight",
    keys: [">", "shift+right"],
    isInFoot: (state) => codeOverflow(state) > (state.reader?.sideways ?? 0),
    isReady: isAtHand,
    run: changing((state) => scrolledSideways(state, sidewaysStep)),
  },
  {
    name: "sidewaysLeft",
    keys: ["<", "shift+left"],
    isInFoot: ({ reader }) => (reader?.sideways ?? 0) > 0,
    isReady: isAtHand,
    run: changing((state) => scrolledSideways(state, -sidewaysStep)),
  },
  {
    name: "nextMatch",
    keys: ["m", "f9"],
    isInFoot: isSearching,
    isReady: isAtHand,
    run: changing((state) => matchOr(state, 1)),
  },
  {
    name: "lastMatch",
    keys: ["M", "shift+f9"],
    isReady: isAtHand,
    run: changing((state) => matchOr(state, -1)),
  },
  {
    name: "next",
    keys: ["n", "right"],
    isInFoot: true,
    isReady: areNeighboursAtHand,
    run: changing((state) => neighbour(state, 1)),
  },
  {
    name: "previous",
    keys: ["p", "left"],
    isInFoot: true,
    isReady: areNeighboursAtHand,
    run: changing((state) => neighbour(state, -1)),
  },
  {
    name: "edit",
    keys: ["e", "f7"],
    isReady: isAtHand,
    run(state) {
      const article = state.reader?.found?.article;
      if (article === undefined) return { state };
      // The paragraph at the top of the screen; its head is the start of the file.
      const part = readerLines(state)?.partAt(state.reader?.top ?? 0) ?? 0;
      const line = article.blocks[part - 1]?.lines[0];
      const { path } = article;
      return { state, effect: { type: "edit", path, ...(line === undefined ? {} : { line }) } };
    },
  },
  {
    name: "copyLink",
    keys: ["y", "f8"],
    isReady: isAtHand,
    run: (state) => copied(state, state.reader?.found?.article),
  },
  {
    name: "lineDown",
    keys: ["j", "down", "enter"],
    isReady: isAtHand,
    run: changing((state) => scrolledBy(state, 1)),
  },
  {
    name: "lineUp",
    keys: ["k", "up"],
    isReady: isAtHand,
    run: changing((state) => scrolledBy(state, -1)),
  },
  {
    name: "pageDown",
    keys: ["space", "pagedown", "ctrl+f"],
    isInFoot: true,
    isReady: isAtHand,
    run: changing((state) => scrolledBy(state, page(state))),
  },
  {
    name: "pageUp",
    keys: ["b", "pageup", "ctrl+b"],
    isReady: isAtHand,
    run: changing((state) => scrolledBy(state, -page(state))),
  },
  {
    name: "start",
    keys: ["g", "home"],
    isReady: isAtHand,
    run: changing((state) => scrolledTo(state, 0)),
  },
  {
    name: "end",
    keys: ["G", "end"],
    isReady: isAtHand,
    run: changing((state) => scrolledTo(state, lastTop(state))),
  },
  {
    name: "wider",
    keys: ["+", "alt+up"],
    run: changing((state) => withMeasure(state, measures.step)),
  },
  {
    name: "narrower",
    keys: ["-", "alt+down"],
    run: changing((state) => withMeasure(state, -measures.step)),
  },
  { name: "find", keys: ["/", "f3"], isReady: isAtHand, run: changing(withFind) },
];
