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
 * What stands at the right of the foot, but for keys that are begun: what came of the last key, or what the archive
 * does and where one is, as much as goes into so much room.
 */
export function footPlace(state: State, columns: number, room: number): readonly Piece[] {
  if (state.helpTop !== undefined) return helpPlace(state, state.helpTop);
  if (state.begun?.isShown === true) return [];
  // What is said for a moment goes before keys that will be there again.
  const forWords = Math.max(room, Math.floor(columns / 2));
  if (state.said !== undefined) return [[cutText(state.said, forWords), { dim: true }]];
  // Where there is no row for what is said of the search, it is said here while one types.
  const isHintHere = layout(state).hintRow === undefined && isTypingSearch(state);
  const said = isHintHere ? searchHint(state, forWords) : [];
  if (said.length > 0) return said;
  const text = placeTexts(state, columns).find((each) => displayWidth(each) <= room);
  return [[cutText(text ?? work(state).short, columns - 1), { dim: true }]];
}

/** What the archive does and where one is, the most wanted first: the first is taken that there is room for. */
function placeTexts(state: State, columns: number): readonly string[] {
  if (state.screen === "problems") return [problemPlace(state)];
  if (state.screen === "reader") return readerPlaces(state, columns);
  // Where the filters have taken the list's place, nobody is anywhere in it.
  const place = layout(state).list === undefined ? "" : listPlace(state);
  const { long, short } = work(state);
  return short === "" ? [inOne(long, place), place] : [inOne(long, place), long];
}

function readerPlaces(state: State, columns: number): readonly string[] {
  const { reader, links, list } = state;
  if (reader?.isMissing === true) return [reader.found === undefined ? "" : words.gone];
  if (links !== undefined) {
    const count = columns < placeOfLinksFrom ? 0 : leads(state).length;
    return [count === 0 ? "" : words.place(links.selected + 1, count, true)];
  }
  const minutes = minutesLeft(state);
  const left = minutes > 0 ? words.minutesLeft(minutes) : "";
  const percent = words.percent(progressPercent(state));
  // An article that a link led to has no place in the list.
  const place = list.total > 0 && reader?.id === list.selectedId ? listPlace(state) : "";
  return [
    inOne(work(state).long, left, percent, place),
    inOne(left, percent, place),
    inOne(percent, place),
    percent,
  ];
}

function inOne(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(words.between);
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

/** What the archive does, in a few words and in fewer, which are told in any case; empty while nobody waits for it. */
function work({ status }: State): { readonly long: string; readonly short: string } {
  if (status?.state === "building")
    return {
      long: words.building(status),
      short: words.built(percentSeen(status.filesDone, status.filesTotal)),
    };
  const isSlow = status?.state === "checking" && status.filesTotal >= slowCheckFrom;
  return { long: isSlow ? words.checking(status) : "", short: "" };
}
