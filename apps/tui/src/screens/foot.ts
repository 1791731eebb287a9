import { cutText } from "@broadsheet/core/view";
import type { Command } from "../commands/command.ts";
import { commands, contextOf } from "../commands/commands.ts";
import { commandsAfter } from "../commands/press-key.ts";
import type { Piece } from "../rows/row.ts";
import type { State } from "../state/state.ts";
import { piecesWidth, type Bar } from "./bar.ts";
import { footPlace } from "./foot-place.ts";
import { keyHint, type HintStyle } from "./key-hint.ts";
import { typedLine } from "./search-line.ts";

/** Columns that the keys have for themselves. */
const keyColumns = 31;

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
  const right = footPlace(state, columns, columns - keyColumns);
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
  if (begun?.isShown === true)
    return commandsAfter(state, begun.keys).map((command) => ({
      ...command,
      keys: command.keys.flatMap((keys) => afterBegun(keys, begun.keys)),
    }));
  return commands[contextOf(state)].filter((command) => isInFoot(command, state));
}

/** The keys that are left of some when these are pressed already; none when they begin otherwise. */
function afterBegun(keys: string, begun: string): readonly string[] {
  return keys.startsWith(`${begun} `) ? [keys.slice(begun.length + 1)] : [];
}

function isInFoot({ isInFoot: wanted }: Command, state: State): boolean {
  return typeof wanted === "function" ? wanted(state) : wanted === true;
}
