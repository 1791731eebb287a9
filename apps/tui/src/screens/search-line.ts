import { cutText, displayWidth } from "@broadsheet/core/view";
import type { Piece } from "../rows/row.ts";
import { filterRows } from "../state/filter-rows.ts";
import type { State } from "../state/state.ts";
import { hasTimeline } from "../state/layout.ts";
import type { TextField } from "../state/text-field.ts";
import { isNarrowed } from "../state/wanted-query.ts";
import { words } from "../words/words.ts";
import { piecesWidth, type Bar } from "./bar.ts";
import { filterLabel } from "./filters-pane.ts";
import { timelineStrip } from "./timeline-strip.ts";

/** The search line, and the column of the cursor in it while one types. */
export type SearchLine = Bar & { readonly cursor?: number };

const prompt: readonly Piece[] = [[" "], [words.prompt, { dim: true }], [" "]];

/** Fewest columns for what is typed; what stands at its right goes first. */
const minFieldColumns = 12;

/** What is searched for and chosen, how many articles that leaves, their order, and when they appeared. */
export function searchLine(state: State, columns: number): SearchLine {
  const isTyping = state.screen === "library" && state.focus === "search";
  const chosen = filterRows(state)
    .filter((row) => row.isChosen)
    .map(filterLabel)
    .join(", ");
  const start = piecesWidth(prompt);
  const right = rightText(state, columns - start - minFieldColumns);
  const room = columns - start - (right === "" ? 1 : displayWidth(right) + 2);
  const { text, cursor } = inView(state.search, room, isTyping);
  const filters = cutText(
    chosen === "" ? "" : `${text === "" ? "" : "  "}${chosen}`,
    room - displayWidth(text),
  );
  const isIdle = !isTyping && text === "" && filters === "";
  return {
    left: isIdle ? [[" "]] : [...prompt, [text], [filters, { dim: true }]],
    right: [[right, { dim: true }]],
    ...(isTyping ? { cursor: start + cursor } : {}),
  };
}

/** As much as there is room for: the result and the strip, or the result, or nothing. */
function rightText(state: State, room: number): string {
  const result = resultText(state);
  const strip =
    hasTimeline(state) && state.timeline !== undefined
      ? timelineStrip(state.timeline.counts)
      : undefined;
  const both = strip === undefined || result === "" ? result : `${result}   ${strip}`;
  return [both, result].find((text) => displayWidth(text) + 2 <= room) ?? "";
}

function resultText(state: State): string {
  const { list, status } = state;
  if (status === undefined || list.key === "") return "";
  const order = words.order[list.order];
  if (!isNarrowed(state)) return order;
  return `${words.found(list.total, status.articles, list.totalRelation === "eq")}, ${order}`;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The part of the text around the cursor that fits, and the cursor's column in it. */
function inView(
  { text, cursor }: TextField,
  columns: number,
  isTyping: boolean,
): { text: string; cursor: number } {
  if (!isTyping) return { text: cutText(text, columns), cursor: 0 };
  const before = Array.from(graphemes.segment(text.slice(0, cursor)), ({ segment }) => segment);
  // A column stays free for the cursor behind the last character.
  while (before.length > 0 && displayWidth(before.join("")) > columns - 1) before.shift();
  const shown = before.join("");
  const column = displayWidth(shown);
  return { text: shown + cutText(text.slice(cursor), columns - column), cursor: column };
}
