import { cutText, displayWidth } from "@broadsheet/core/view";
import { piecesWithin, type Piece } from "../rows/row.ts";
import { proposal, searchWarning } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import { keyWord } from "../words/command-words.ts";
import { piecesWidth } from "./bar.ts";

/** A sentence in fewer columns says nothing. */
const minColumns = 12;

/** What is odd about the search, or how it may go on, and the key that takes the proposal; nothing where all is well. */
export function searchHint(state: State, columns: number): readonly Piece[] {
  const warning = searchWarning(state);
  const proposed = proposal(state);
  const key: readonly Piece[] =
    proposed === undefined ? [] : [[keyWord("tab")], [` ${proposed.text}`, { accent: true }]];
  const said = warning?.message ?? proposed?.description;
  if (said === undefined) return piecesWithin(columns, key);
  // The key comes first, so that it is never cut away.
  const before: readonly Piece[] = key.length > 0 ? [...key, ["  "]] : [];
  const room = columns - piecesWidth(before);
  if (room < minColumns) return piecesWithin(columns, key);
  return [...before, [cutText(sentencesWithin(said, room), room), { dim: true }]];
}

/** As many whole sentences as there is room for; the first in any case. */
function sentencesWithin(text: string, columns: number): string {
  const [first = "", ...others] = text.split(/(?<=[.?]) /);
  let fitting = first;
  for (const sentence of others) {
    const longer = `${fitting} ${sentence}`;
    if (displayWidth(longer) > columns) break;
    fitting = longer;
  }
  return fitting;
}
