import { articleLines, type ArticleLines, type Clock } from "../reading/article-lines.ts";
import { widestOverflow } from "../reading/code-lines.ts";
import { keptPart, partWithPrint } from "../reading/kept-part.ts";
import { findMarker, searchMarker } from "../reading/marker.ts";
import { measures, readerPane, spokenMeasure } from "./layout.ts";
import type { State } from "./state.ts";
import { wantedQuery } from "./wanted-query.ts";

/** What dates are shown by. */
export function clock({ status, nowMs }: Pick<State, "status" | "nowMs">): Clock {
  return { timeZone: status?.timeZone ?? "UTC", nowMs };
}

/** The lines of the article that is read; undefined until it comes. */
export function readerLines(state: State): ArticleLines | undefined {
  const found = state.reader?.found;
  if (found === undefined) return undefined;
  const { columns } = readerPane(state);
  // What is looked for in the article goes before what it was found by.
  const marker =
    state.find === undefined
      ? searchMarker(wantedQuery(state).query.text)
      : findMarker(state.find.field.text);
  return articleLines(found.article, columns, clock(state), {
    problems: found.problems,
    scrollsCode: true,
    ...(state.measure === spokenMeasure && { isSpoken: true }),
    ...(marker && { marker }),
  });
}

/**
 * The article with the next or the last passage in view that holds what is searched for and is not in view;
 * undefined when there is none.
 */
export function atMatch(state: State, step: 1 | -1): State | undefined {
  const lines = readerLines(state);
  if (lines === undefined || state.reader === undefined) return undefined;
  const { top } = state.reader;
  const { rows } = readerPane(state);
  let row = step > 0 ? top + rows : top - 1;
  while (row >= 0) {
    const at = lines.rowsTo(row + 1)[row];
    if (at === undefined) return undefined;
    if (at.some(({ tone }) => tone.match === true))
      return scrolledTo(state, row - Math.floor(rows / 3));
    row += step;
  }
  return undefined;
}

/** The last line that may stand at the top: then the end of the article is in view. */
export function lastTop(state: State): number {
  return Math.max(0, (readerLines(state)?.rows.length ?? 0) - readerPane(state).rows);
}

/** The article with another line at the top. It is laid out no further than to the end of the screen. */
export function scrolledTo(state: State, wanted: number): State {
  if (state.reader === undefined) return state;
  const { rows } = readerPane(state);
  const known = readerLines(state)?.rowsTo(wanted + rows).length ?? 0;
  const top = Math.max(0, Math.min(wanted, known - rows));
  return { ...state, reader: { ...state.reader, top } };
}

/** An article that has come, at the place where it was left. */
export function atPlace(state: State): State {
  const { reader } = state;
  const lines = readerLines(state);
  if (reader?.place === undefined || reader.found === undefined || lines === undefined)
    return state;
  const { place, ...rest } = reader;
  const { into, print } = place;
  const part =
    print === undefined ? place.part : partWithPrint(place.part, print, reader.found.article);
  const top = lines.startOf(part) + Math.floor(into * lengthOf(lines, part));
  return scrolledTo({ ...state, reader: rest }, top);
}

/** The same place in the article after it has changed, or its width (`before` has the old one). */
export function keptInArticle(state: State, before: State): State {
  const top = before.reader?.top ?? 0;
  const [old, now] = [readerLines(before), readerLines(state)];
  if (old === undefined || now === undefined) return scrolledTo(state, top);
  const was = old.partAt(top);
  const into = (top - old.startOf(was)) / lengthOf(old, was);
  const [last, next] = [before.reader?.found?.article, state.reader?.found?.article];
  const part = last === undefined || next === undefined ? was : keptPart(was, last, next);
  return scrolledTo(state, now.startOf(part) + Math.floor(into * lengthOf(now, part)));
}

function lengthOf(lines: ArticleLines, part: number): number {
  return Math.max(1, lines.startOf(part + 1) - lines.startOf(part));
}

/** The article with its text in more columns, or in fewer. */
export function withMeasure(state: State, change: number): State {
  if (state.measure === spokenMeasure) return state;
  const { least, most } = measures;
  // Beyond the width of the terminal a change would not be seen, and would have to be taken back unseen.
  const now = Math.max(Math.min(state.measure, readerPane(state).columns), least);
  const measure = Math.max(least, Math.min(now + change, most));
  return keptInArticle({ ...state, measure }, state);
}

/** How far the code in view can be scrolled sideways, in columns; 0 when all of it fits. */
export function codeOverflow(state: State): number {
  const { rows, columns } = readerPane(state);
  const top = state.reader?.top ?? 0;
  const lines = readerLines(state)?.rowsTo(top + rows) ?? [];
  return widestOverflow(lines.slice(top, top + rows), columns);
}

/** The article with its code scrolled sideways, no further than to the end of the widest line in view. */
export function scrolledSideways(state: State, change: number): State {
  if (state.reader === undefined) return state;
  const wanted = (state.reader.sideways ?? 0) + change;
  const sideways = Math.max(0, Math.min(wanted, codeOverflow(state)));
  return { ...state, reader: { ...state.reader, sideways } };
}

/** So many rows of all, in hundredths. */
export function percentSeen(rows: number, all: number): number {
  return Math.min(100, Math.round((rows / Math.max(1, all)) * 100));
}

/** How much of the article has been seen, in hundredths. */
export function progressPercent(state: State): number {
  const lines = readerLines(state);
  if (lines === undefined || state.reader === undefined) return 0;
  return percentSeen(state.reader.top + readerPane(state).rows, lines.expectedLength);
}

/** How long the rest takes to be read, from the line at the top on, in minutes; 0 once the end has been seen. */
export function minutesLeft(state: State): number {
  const lines = readerLines(state);
  const { reader } = state;
  if (lines === undefined || reader?.found === undefined || reader.isMissing) return 0;
  if (progressPercent(state) === 100) return 0;
  const read = reader.top / Math.max(1, lines.expectedLength);
  return Math.ceil(reader.found.article.readingMinutes * (1 - read));
}
