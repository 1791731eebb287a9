import { cutText, displayWidth } from "@broadsheet/core/view";
import { contextOf } from "../commands/commands.ts";
import type { Piece } from "../rows/row.ts";
import { layout } from "../state/layout.ts";
import { leads } from "../state/link-list.ts";
import { minutesLeft, percentSeen, progressPercent } from "../state/reader-view.ts";
import { isTypingSearch } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import { words } from "../words/words.ts";
import { helpRows } from "./help-rows.ts";
import { searchHint } from "./search-hint.ts";

/** An archive with fewer files is checked before one could read that it is. */
const slowCheckFrom = 5_000;

/** Fewest columns in which the place among links is told; in fewer their numbers have to do. */
const placeOfLinksFrom = 56;

/**
 * What stands at the right of the foot, but for keys that are begun: what came of the last key, or what the archive does and where one is. What
 * matters most is told in any case, the rest in so much room.
 */
export function footPlace(state: State, columns: number, room: number): readonly Piece[] {
  if (state.helpTop !== undefined) return helpPlace(state, state.helpTop);
  if (state.begun?.isShown === true) return [];
  if (state.said !== undefined) return [[cutText(state.said, room), { dim: true }]];
  // Where there is no row for what is said of the search, it is said here while one types.
  const isHintHere = layout(state).hintRow === undefined && isTypingSearch(state);
  const said = isHintHere ? searchHint(state, room) : [];
  if (said.length > 0) return said;
  const { before, place, after } = where(state, columns);
  const written = [[before, place, after], [place, after], [place]].map((parts) =>
    parts.filter((part) => part !== "").join(words.between),
  );
  const text = written.find((each) => displayWidth(each) <= room) ?? place;
  return [[cutText(text, columns - 1), { dim: true }]];
}

/** Where one is, and what is left out first and second where there is little room. */
type Where = { readonly before: string; readonly place: string; readonly after: string };

function where(state: State, columns: number): Where {
  const doing = { before: work(state), after: "" };
  if (state.screen === "problems") return { ...doing, place: problemPlace(state) };
  if (state.screen === "reader") return readerPlace(state, columns);
  // Where the filters have taken the list's place, nobody is anywhere in it.
  return { ...doing, place: layout(state).list === undefined ? "" : listPlace(state) };
}

function readerPlace(state: State, columns: number): Where {
  const { reader, links, list } = state;
  const alone = { before: "", after: "" };
  if (reader?.isMissing === true)
    return { ...alone, place: reader.found === undefined ? "" : words.gone };
  if (links !== undefined) {
    const count = columns < placeOfLinksFrom ? 0 : leads(state).length;
    return { ...alone, place: count === 0 ? "" : words.place(links.selected + 1, count, true) };
  }
  const minutes = minutesLeft(state);
  return {
    before: [work(state), minutes > 0 ? words.minutesLeft(minutes) : ""]
      .filter((part) => part !== "")
      .join(words.between),
    place: words.percent(progressPercent(state)),
    // An article that a link led to has no place in the list.
    after: list.total > 0 && reader?.id === list.selectedId ? listPlace(state) : "",
  };
}

function listPlace({ list }: State): string {
  const isExact = list.totalRelation === "eq";
  return list.total === 0 ? "" : words.place(list.selected + 1, list.total, isExact);
}

function problemPlace({ problems }: State): string {
  const shown = problems?.kinds.reduce((sum, kind) => sum + kind.problems.length, 0) ?? 0;
  const all = problems?.kinds.reduce((sum, kind) => sum + kind.total, 0) ?? 0;
  return shown === 0 ? "" : words.place((problems?.selected ?? 0) + 1, shown, shown === all);
}

/** How much of the help has been seen. */
function helpPlace({ helpTop: _open, ...under }: State, top: number): readonly Piece[] {
  const { body } = layout(under);
  const all = helpRows(contextOf(under), body.columns).length;
  return [[words.percent(percentSeen(top + body.rows, all)), { dim: true }]];
}

function work({ status }: State): string {
  if (status?.state === "building") return words.building(status);
  const isSlow = status?.state === "checking" && status.filesTotal >= slowCheckFrom;
  return isSlow ? words.checking(status) : "";
}
