import { articleLines, type ArticleLines, type Clock } from "../reading/article-lines.ts";
import { readerPane } from "./layout.ts";
import type { State } from "./state.ts";

/** What dates are shown by. */
export function clock({ status, nowMs }: Pick<State, "status" | "nowMs">): Clock {
  return { timeZone: status?.timeZone ?? "UTC", nowMs };
}

const noLines: ArticleLines = { rows: [], starts: [] };

/** The lines of the article that is read; none until it comes. */
export function readerLines(state: State): ArticleLines {
  const found = state.reader?.found;
  if (found === undefined) return noLines;
  return articleLines(found.article, readerPane(state).columns, clock(state), found.problems);
}

/** The last line that may stand at the top: then the end of the article is in view. */
export function lastTop(state: State): number {
  return Math.max(0, readerLines(state).rows.length - readerPane(state).rows);
}

/** The article with another line at the top. */
export function scrolledTo(state: State, top: number): State {
  if (state.reader === undefined) return state;
  return { ...state, reader: { ...state.reader, top: Math.max(0, Math.min(top, lastTop(state))) } };
}

/** The same place in the article after it has changed, or its width (`before` has the old one). */
export function keptInArticle(state: State, before: State): State {
  const top = before.reader?.top ?? 0;
  if (before.reader?.found === undefined) return scrolledTo(state, top);
  const [old, now] = [readerLines(before), readerLines(state)];
  const block = old.starts.findLastIndex((start) => start <= top);
  const into = (top - startOf(old, block)) / lengthOf(old, block);
  return scrolledTo(state, startOf(now, block) + Math.floor(into * lengthOf(now, block)));
}

function startOf({ rows, starts }: ArticleLines, block: number): number {
  return starts[block] ?? rows.length;
}

function lengthOf(lines: ArticleLines, block: number): number {
  return Math.max(1, startOf(lines, block + 1) - startOf(lines, block));
}

/** How much of the article has been seen, in hundredths. */
export function progressPercent(state: State): number {
  const lines = readerLines(state).rows.length;
  if (lines === 0 || state.reader === undefined) return 0;
  return Math.min(100, Math.round(((state.reader.top + readerPane(state).rows) / lines) * 100));
}
