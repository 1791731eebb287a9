import type { Command } from "../commands/command.ts";
import { commands, contextOf } from "../commands/commands.ts";
import type { Piece } from "../rows/row.ts";
import { progressPercent } from "../state/reader-view.ts";
import type { State } from "../state/state.ts";
import { commandWords, keyWord } from "../words/command-words.ts";
import { words } from "../words/words.ts";
import { piecesWidth, type Bar } from "./bar.ts";

/** Columns that the keys have for themselves. */
const keyColumns = 30;

/** An archive with fewer files is checked before one could read that it is. */
const slowCheckFrom = 5_000;

/** The keys that matter here, as many as there is room for and the help always, and where one is. */
export function foot(state: State, columns: number): Bar {
  const right = rightPieces(state, columns);
  const wanted = commands[contextOf(state)].filter((command) => isInFoot(command, state));
  const last = wanted.filter(({ name }) => name === "help").flatMap(hint);
  const room = columns - piecesWidth(right) - piecesWidth(last) - 2;
  const left: Piece[] = [];
  for (const command of wanted) {
    const added = hint(command);
    if (command.name !== "help" && piecesWidth(left) + piecesWidth(added) <= room)
      left.push(...added);
  }
  // The first stands a column from the edge, the others three from each other.
  return { left: [...left, ...last].map((piece, index) => (index === 0 ? [" "] : piece)), right };
}

function hint({ keys: [key = ""], name }: Command): readonly Piece[] {
  return [["   "], [keyWord(key)], [` ${commandWords[name].foot}`, { dim: true }]];
}

function isInFoot({ isInFoot: wanted }: Command, state: State): boolean {
  return typeof wanted === "function" ? wanted(state) : wanted === true;
}

function rightPieces(state: State, columns: number): readonly Piece[] {
  if (state.helpTop !== undefined) return [];
  const notices = [work(state), problems(state)].filter((text) => text !== "");
  const place = placeText(state);
  // The place is told whatever happens; the rest as far as the most wanted keys leave room.
  const all = [...notices, place].filter((text) => text !== "");
  while (all.length > 1 && piecesWidth([[all.join(words.between)]]) > columns - keyColumns)
    all.shift();
  return [[all.join(words.between), { dim: true }]];
}

function work({ status }: State): string {
  if (status?.state === "building") return words.building(status.filesDone, status.filesTotal);
  const isSlow = status?.state === "checking" && status.filesTotal >= slowCheckFrom;
  return isSlow ? words.checking(status.filesDone, status.filesTotal) : "";
}

function problems({ status, screen }: State): string {
  const count = (status?.problems.error ?? 0) + (status?.problems.warning ?? 0);
  return count > 0 && screen === "library" ? words.problems(count) : "";
}

function placeText(state: State): string {
  const { list, screen } = state;
  if (list.total === 0) return "";
  const place = words.place(list.selected + 1, list.total, list.totalRelation === "eq");
  return screen === "reader"
    ? `${words.percent(progressPercent(state))}${words.between}${place}`
    : place;
}
