import { cutText, displayWidth, type QuerySpan, type SpanRole } from "@broadsheet/core/view";
import { commands } from "../commands/commands.ts";
import type { Piece, Tone } from "../rows/row.ts";
import { filterRows } from "../state/filter-rows.ts";
import { isTypingSearch, searchReading } from "../state/search-reading.ts";
import type { State } from "../state/state.ts";
import { hasTimeline } from "../state/layout.ts";
import type { TextField } from "../state/text-field.ts";
import { isNarrowed } from "../state/wanted-query.ts";
import { words } from "../words/words.ts";
import { piecesWidth, type Bar } from "./bar.ts";
import { filterLabel } from "./filters-pane.ts";
import { keyHint } from "./key-hint.ts";
import { timelineStrip } from "./timeline-strip.ts";

/** The search line, and the column of the cursor in it while one types. */
export type SearchLine = Bar & { readonly cursor?: number };

const prompt: readonly Piece[] = [[" "], [words.prompt, { dim: true }], [" "]];

/** Fewest columns for what is typed; what stands at its right goes first. */
const minFieldColumns = 12;

/** What is searched for and chosen, how many articles that leaves, their order, and when they appeared. */
export function searchLine(state: State, columns: number): SearchLine {
  const isTyping = isTypingSearch(state);
  const chosen = filterRows(state)
    .filter((row) => row.isChosen)
    .map(filterLabel)
    .join(", ");
  const start = piecesWidth(prompt);
  const wanted = displayWidth(state.search.text) + (chosen === "" ? 0 : displayWidth(chosen) + 2);
  const right = rightText(state, columns - start, Math.max(minFieldColumns, wanted));
  const room = columns - start - (right === "" ? 1 : displayWidth(right) + 2);
  const { text, from, cursor } = inView(state.search, room, isTyping);
  const filters = cutText(
    chosen === "" ? "" : `${text === "" ? "" : "  "}${chosen}`,
    room - displayWidth(text),
  );
  const isIdle = !isTyping && text === "" && filters === "";
  return {
    left: isIdle
      ? waysToNarrow(state, room + start)
      : [...prompt, ...byRole(text, from, searchReading(state).spans), [filters, { dim: true }]],
    right: [[right, { dim: true }]],
    ...(isTyping ? { cursor: start + cursor } : {}),
  };
}

/** The keys that put something here, while nothing is. */
function waysToNarrow(state: State, columns: number): readonly Piece[] {
  if (state.focus !== "list") return [[" "]];
  const pieces = commands.list
    .filter(({ narrows }) => narrows === true)
    .flatMap((command, index) =>
      keyHint(command, state, { gap: index === 0 ? 1 : 3, isShort: true }),
    );
  return piecesWidth(pieces) <= columns ? pieces : [[" "]];
}

/**
 * The result and the strip, the result, or how many articles: as much as leaves room for what is searched for and
 * chosen. Where even that is too long, how many there are goes before the end of it.
 */
function rightText(state: State, columns: number, wanted: number): string {
  const { list, status } = state;
  if (status === undefined || list.key === "") return "";
  const order = words.order[list.order];
  const count = countText(state, status.articles);
  const result = count === "" ? order : list.holdingAll === 0 ? count : `${count}, ${order}`;
  const strip =
    hasTimeline(state) && state.timeline !== undefined
      ? timelineStrip(state.timeline.counts)
      : undefined;
  const both = strip === undefined ? result : `${result}   ${strip}`;
  const fits = (text: string, left: number): boolean => displayWidth(text) + 2 + left <= columns;
  return (
    [both, result, count].find((text) => fits(text, wanted)) ??
    [count].find((text) => fits(text, minFieldColumns)) ??
    ""
  );
}

/** How many articles are left; nothing while all are. */
function countText(state: State, all: number): string {
  const { list } = state;
  if (!isNarrowed(state)) return "";
  const isExact = list.totalRelation === "eq";
  return list.holdingAll === 0
    ? words.foundSome(list.total, isExact)
    : words.found(list.total, all, isExact);
}

/** Syntax stands out from the words, and a mistake is pointed at. */
const roleTones: { readonly [role in SpanRole]: Tone } = {
  word: {},
  phrase: { italic: true },
  operator: { accent: true },
  field: { accent: true },
  value: {},
  mistake: { underline: true },
};

/** A part of the search, beginning at a place in it, in pieces that look like what they are. */
function byRole(text: string, from: number, spans: readonly QuerySpan[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, role } of spans) {
    const [first, last] = [Math.max(at, start - from), Math.min(text.length, end - from)];
    if (last <= first) continue;
    pieces.push([text.slice(at, first)], [text.slice(first, last), roleTones[role]]);
    at = last;
  }
  return [...pieces, [text.slice(at)]];
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text that is being typed in so many columns, behind the prompt, and the column of the cursor. */
export function typedLine(
  field: TextField,
  columns: number,
): { readonly pieces: readonly Piece[]; readonly cursor: number } {
  const start = piecesWidth(prompt);
  const { text, cursor } = inView(field, Math.max(1, columns - start), true);
  return { pieces: [...prompt, [text]], cursor: start + cursor };
}

/** The part of the text around the cursor that fits, where it begins in the text, and the cursor's column in it. */
function inView(
  { text, cursor }: TextField,
  columns: number,
  isTyping: boolean,
): { readonly text: string; readonly from: number; readonly cursor: number } {
  if (!isTyping) return { text: cutText(text, columns), from: 0, cursor: 0 };
  const before = Array.from(graphemes.segment(text.slice(0, cursor)), ({ segment }) => segment);
  // A column stays free for the cursor behind the last character.
  while (before.length > 0 && displayWidth(before.join("")) > columns - 1) before.shift();
  const shown = before.join("");
  const column = displayWidth(shown);
  return {
    text: shown + cutText(text.slice(cursor), columns - column),
    from: cursor - shown.length,
    cursor: column,
  };
}
