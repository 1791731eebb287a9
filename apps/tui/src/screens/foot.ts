import { cutText, displayWidth } from "@broadsheet/core/view";
import type { Command } from "../commands/command.ts";
import { commands, contextOf } from "../commands/commands.ts";
import { commandsAfter } from "../commands/press-key.ts";
import type { Piece } from "../rows/row.ts";
import { layout } from "../state/layout.ts";
import { leads } from "../state/link-list.ts";
import { minutesLeft, percentSeen, progressPercent } from "../state/reader-view.ts";
import { isTypingSearch } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import { words } from "../words/words.ts";
import { piecesWidth, type Bar } from "./bar.ts";
import { helpRows } from "./help-rows.ts";
import { keyHint, type HintStyle } from "./key-hint.ts";
import { typedLine } from "./search-line.ts";
import { searchHint } from "./search-hint.ts";

/** Columns that the keys have for themselves. */
const keyColumns = 24;

/** An archive with fewer files is checked before one could read that it is. */
const slowCheckFrom = 5_000;

/** How the keys are written: with more space while all of them fit, and with less otherwise. */
const styles: readonly HintStyle[] = [
  { gap: 3, isShort: false },
  { gap: 2, isShort: false },
  { gap: 2, isShort: true },
];

/** The keys that matter here, as many as there is room for and the help always, and where one is. */
export function foot(state: State, columns: number): Bar {
  const typed = findLine(state, columns);
  if (typed !== undefined) return { left: typed.pieces, right: findHint(state, columns) };
  const right = rightPieces(state, columns);
  const room = columns - piecesWidth(right) - 1;
  const wanted = wantedCommands(state);
  const written = styles.map((style) => hints(wanted, state, room, style));
  const most = Math.max(...written.map(({ first }) => first));
  return { left: written.find(({ first }) => first === most)?.pieces ?? [], right };
}

/** What is typed to be found in an article, and the column of the cursor; undefined while nothing is. */
export function findLine(state: State, columns: number): ReturnType<typeof typedLine> | undefined {
  if (contextOf(state) !== "find" || state.find === undefined) return undefined;
  const room = columns - piecesWidth(findHint(state, columns)) - 2;
  return typedLine(state.find.field, room);
}

/** The keys beside it, or what came of the last one; nothing where there is no room. */
function findHint(state: State, columns: number): readonly Piece[] {
  if (columns < 2 * keyColumns) return [];
  if (state.said !== undefined) return [[cutText(state.said, keyColumns), { dim: true }]];
  const wanted = commands.find.filter(({ name }) => name === "findDone" || name === "findClear");
  return wanted.flatMap((command) => keyHint(command, state, { gap: 2, isShort: true })).slice(1);
}

/** As many of the keys as fit, and how many of the first of them did. */
function hints(
  wanted: readonly Command[],
  state: State,
  room: number,
  style: HintStyle,
): { readonly pieces: readonly Piece[]; readonly first: number } {
  const help = wanted
    .filter(({ name }) => name === "help")
    .flatMap((command) => keyHint(command, state, style));
  const all = wanted
    .filter(({ name }) => name !== "help")
    .map((command) => keyHint(command, state, style));
  const last = piecesWidth(help) <= room ? help : [];
  // The first stands a column from the edge, whatever the gap.
  let left = room - piecesWidth(last) + style.gap - 1;
  const fitting = all.filter((pieces) => {
    const fits = piecesWidth(pieces) <= left;
    if (fits) left -= piecesWidth(pieces);
    return fits;
  });
  const missing = all.findIndex((pieces) => !fitting.includes(pieces));
  const pieces = [...fitting.flat(), ...last];
  return {
    pieces: pieces.map((piece, index) => (index === 0 ? [" "] : piece)),
    first: missing < 0 ? all.length : missing,
  };
}

/** Those that end what is begun, once one hesitates; otherwise those that matter here. */
function wantedCommands(state: State): readonly Command[] {
  const { begun } = state;
  if (begun?.isShown === true) return commandsAfter(state, begun.keys);
  return commands[contextOf(state)].filter((command) => isInFoot(command, state));
}

function isInFoot({ isInFoot: wanted }: Command, state: State): boolean {
  return typeof wanted === "function" ? wanted(state) : wanted === true;
}

function rightPieces(state: State, columns: number): readonly Piece[] {
  if (state.helpTop !== undefined) return helpPlace(state, state.helpTop);
  if (state.said !== undefined) return [[cutText(state.said, columns - keyColumns), { dim: true }]];
  // Where there is no row for what is said of the search, it is said here while one types.
  const isHintHere = layout(state).hintRow === undefined && isTypingSearch(state);
  const said = isHintHere ? searchHint(state, columns - keyColumns) : [];
  if (said.length > 0) return said;
  // The place is told whatever happens; the rest as far as the most wanted keys leave room.
  const all = [work(state), timeLeft(state), placeText(state)].filter((text) => text !== "");
  const isTooWide = (): boolean => displayWidth(all.join(words.between)) > columns - keyColumns;
  while (all.length > 1 && isTooWide()) all.shift();
  return [[cutText(all.join(words.between), columns - 1), { dim: true }]];
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

function timeLeft(state: State): string {
  const minutes = state.links === undefined ? minutesLeft(state) : 0;
  return minutes > 0 ? words.minutesLeft(minutes) : "";
}

function placeText(state: State): string {
  if (state.screen === "problems") return problemPlace(state);
  if (state.screen === "reader") return readerPlace(state);
  // Where the filters have taken the list's place, nobody is anywhere in it.
  return layout(state).list === undefined ? "" : listPlace(state);
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

function readerPlace(state: State): string {
  const { reader, links, list } = state;
  if (reader?.isMissing === true) return reader.found === undefined ? "" : words.gone;
  if (links !== undefined) {
    const count = leads(state).length;
    return count === 0 ? "" : words.place(links.selected + 1, count, true);
  }
  const percent = words.percent(progressPercent(state));
  // An article that a link led to has no place in the list.
  const isOfList = list.total > 0 && reader?.id === list.selectedId;
  return isOfList ? `${percent}${words.between}${listPlace(state)}` : percent;
}
