import {
  displayWidth,
  visibleText,
  cutText,
  type ArticleSummary,
  type Excerpt,
  type Hit,
} from "@broadsheet/core/view";
import { visibilityMark } from "../reading/article-lines.ts";
import { drawnOnce } from "../rows/drawn-once.ts";
import {
  emptyRow,
  flow,
  flowEndingAt,
  flowWithin,
  type Piece,
  type Row,
  type Tone,
} from "../rows/row.ts";
import { articlesInView, type Pane } from "../state/layout.ts";
import { hitAt } from "../state/list-view.ts";
import { clock } from "../state/reader-view.ts";
import type { State } from "../state/state.ts";
import { fullDate, shortDate, undated, yearOf } from "../words/dates.ts";
import { number } from "../words/numbers.ts";
import { words } from "../words/words.ts";

/** Columns between the date and the headline. */
const dateGap = 3;
const minutesColumns = 3;
const columnGap = 2;

/** A narrower list has no column for the dates. */
const dateColumnFrom = 57;

/** Columns of a date without its year, and with it. */
const dayColumns = 6;
const dayAndYearColumns = 11;

const match: Tone = { accent: true, underline: true };

const drawn = drawnOnce();

/** The articles in view, one or two rows each. */
export function listPane(state: State, pane: Pane, rowsPerArticle: 1 | 2): readonly Row[] {
  const { list, status, nowMs } = state;
  const rows: Row[] = [];
  const end = Math.min(list.total, list.top + articlesInView(state));
  for (let ordinal = list.top; ordinal < end; ordinal++) {
    const hit = hitAt(list, ordinal);
    if (hit === undefined) {
      rows.push(...Array.from({ length: rowsPerArticle }, () => emptyRow));
      continue;
    }
    const before = ordinal > list.top ? hitAt(list, ordinal - 1) : undefined;
    const line: Line = { state, hit, before, isSelected: ordinal === list.selected };
    const { columns } = pane;
    const from = [
      columns,
      rowsPerArticle,
      before,
      line.isSelected,
      isRead(state, hit),
      status,
      nowMs,
    ];
    rows.push(...drawn(hit, from, () => articleRows(line, columns, rowsPerArticle)));
  }
  return rows.slice(0, pane.rows);
}

/** An article of the list, and the one above it in the view. */
type Line = {
  readonly state: State;
  readonly hit: Hit;
  readonly before: Hit | undefined;
  readonly isSelected: boolean;
};

function articleRows(line: Line, columns: number, rowsPerArticle: 1 | 2): readonly Row[] {
  if (rowsPerArticle === 1) return [oneRow(line, columns)];
  return columns < dateColumnFrom ? narrowRows(line, columns) : twoRows(line, columns);
}

function oneRow(line: Line, columns: number): Row {
  const { section, readingMinutes } = line.hit.article;
  const sectionColumns = Math.max(8, Math.min(Math.floor(columns * 0.16), 18));
  const sectionColumn = columns - minutesColumns - columnGap - sectionColumns;
  const minutes = readingMinutes > 0 ? number(readingMinutes) : "";
  return [
    ...datedHeadline(line, sectionColumn - columnGap),
    ...flow(sectionColumn, [cutText(section?.label ?? "", sectionColumns), { accent: true }]),
    ...(displayWidth(minutes) > minutesColumns
      ? emptyRow
      : flowEndingAt(columns, [minutes, { dim: true }])),
  ];
}

/** The headline, and under it where it belongs and how long it takes; the date stands before both. */
function twoRows(line: Line, columns: number): readonly Row[] {
  const { article } = line.hit;
  const column = headlineColumn(line.state);
  const details = article.readingMinutes > 0 ? [words.minutes(article.readingMinutes)] : [];
  return [
    datedHeadline(line, columns),
    [
      ...bar(line.isSelected),
      ...flowWithin(column, columns - column, ...detailPieces(article, details)),
    ],
  ];
}

/** The same where there is no room for a column of dates. */
function narrowRows({ state, hit, isSelected }: Line, columns: number): readonly Row[] {
  const { article } = hit;
  const minutes = article.readingMinutes > 0 ? words.minutes(article.readingMinutes) : "";
  const read = isRead(state, hit) ? words.read : "";
  const details = [dateText(state, article), minutes, read].filter(Boolean);
  return [
    [...bar(isSelected), ...flow(2, ...headline(state, hit, columns - 2, isSelected))],
    [...bar(isSelected), ...flowWithin(2, columns - 2, ...detailPieces(article, details))],
  ];
}

function detailPieces({ section }: ArticleSummary, details: readonly string[]): readonly Piece[] {
  const rest = details.join(words.between);
  if (section === undefined) return [[rest, { dim: true }]];
  return [
    [section.label, { accent: true }],
    [rest === "" ? "" : `${words.between}${rest}`, { dim: true }],
  ];
}

/** Date, mark and headline, before a column. */
function datedHeadline({ state, hit, before, isSelected }: Line, end: number): Row {
  const date = dateText(state, hit.article);
  // The date stands once a day; at the top of the view it always stands.
  const isRepeated = before !== undefined && dateText(state, before.article) === date;
  const column = headlineColumn(state);
  return [
    ...bar(isSelected),
    ...(isRepeated ? emptyRow : dateCell(date, column - dateGap)),
    ...(isRead(state, hit) ? flow(column - 2, [words.read, { dim: true }]) : emptyRow),
    ...flow(column, ...headline(state, hit, end - column, isSelected)),
  ];
}

/** Headlines stand in one column, behind the dates. */
function headlineColumn(state: State): number {
  return 1 + (spansYears(state) ? dayAndYearColumns : dayColumns) + dateGap;
}

/** Whether its end has been seen. */
function isRead({ marks }: State, { article }: Hit): boolean {
  return marks.byId.get(article.id)?.isRead === true;
}

/** A date that ends before a column. */
function dateCell(date: string, end: number): Row {
  return date === undated
    ? flow(1, [date, { dim: true }])
    : flowEndingAt(end, [date, { dim: true }]);
}

function bar(isSelected: boolean): Row {
  return isSelected ? flow(0, [words.selectionBar, { accent: true }]) : emptyRow;
}

/** The headline with its matches, and behind it why others do not see the article. */
function headline(state: State, hit: Hit, columns: number, isSelected: boolean): readonly Piece[] {
  const mark = visibilityMark(hit.article, state.nowMs);
  const suffix = mark === undefined ? "" : `${words.between}${mark}`;
  const tone: Tone = isSelected ? { bold: true } : {};
  const room = columns - displayWidth(suffix);
  return room < 8
    ? cutHighlighted(hit.headline, columns, tone)
    : [...cutHighlighted(hit.headline, room, tone), [suffix, { dim: true }]];
}

/** The last cut of each headline: finding where Khmer or Thai words end takes longer than all the rest of a row. */
const cuts = new WeakMap<Excerpt, { readonly columns: number; readonly cut: string }>();

function cutOnce(excerpt: Excerpt, columns: number): string {
  const known = cuts.get(excerpt);
  if (known?.columns === columns) return known.cut;
  const cut = cutText(excerpt.text, columns);
  cuts.set(excerpt, { columns, cut });
  return cut;
}

/** A text on one line with its matches underlined. */
export function cutHighlighted(excerpt: Excerpt, columns: number, tone: Tone): readonly Piece[] {
  const { text, highlights } = excerpt;
  const cut = cutOnce(excerpt, columns);
  const isWhole = cut === visibleText(text);
  let left = isWhole ? cut.length : Math.max(0, cut.length - 1);
  const pieces: Piece[] = [];
  const take = (start: number, end: number, look: Tone): void => {
    const piece = visibleText(text.slice(start, end)).slice(0, left);
    left -= piece.length;
    pieces.push([piece, look]);
  };
  let at = 0;
  for (const [start, end] of highlights) {
    take(at, start, tone);
    take(start, end, { ...tone, ...match });
    at = end;
  }
  take(at, text.length, tone);
  return isWhole ? pieces : [...pieces, [cut.slice(-1), tone]];
}

function dateText(state: State, { datePublished }: ArticleSummary): string {
  if (datePublished === undefined) return undated;
  const { timeZone } = clock(state);
  return spansYears(state) ? fullDate(datePublished, timeZone) : shortDate(datePublished, timeZone);
}

/** Whether the archive's articles are of several years, so that a day does not say which. */
function spansYears({ status }: State): boolean {
  if (status?.firstMs === undefined || status.lastMs === undefined) return false;
  return yearOf(status.firstMs, status.timeZone) !== yearOf(status.lastMs, status.timeZone);
}
