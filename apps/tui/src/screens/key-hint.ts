import type { Command } from "../commands/command.ts";
import type { Piece } from "../rows/row.ts";
import type { State } from "../state/state.ts";
import { commandWords, keyWord } from "../words/command-words.ts";
import { words } from "../words/words.ts";

/** How much room a key and its word take: the columns before them, and whether fewer words do. */
export type HintStyle = { readonly gap: number; readonly isShort: boolean };

/** A key and what it does. */
export function keyHint(
  { keys: [key = ""], name }: Command,
  state: State,
  { gap, isShort }: HintStyle,
): readonly Piece[] {
  const { foot, short = foot }: { foot: string; short?: string } = commandWords[name];
  const text = isShort ? short : name === "problems" ? problemCount(state) : foot;
  return [[" ".repeat(gap)], [keyWord(key)], [` ${text}`, { dim: true }]];
}

function problemCount({ status }: State): string {
  return words.problems((status?.problems.error ?? 0) + (status?.problems.warning ?? 0));
}
