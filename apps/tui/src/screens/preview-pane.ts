import type { ArticleSummary, Excerpt, Hit } from "@broadsheet/core/view";
import { byline, visibilityMark } from "../reading/article-lines.ts";
import { searchMarker } from "../reading/marker.ts";
import { blockLines, spaceBefore, type Measure } from "../reading/block-lines.ts";
import { alignedLines, endingAt, isRightToLeft } from "../reading/direction.ts";
import { highlighted, joined, styled, type StyledText } from "../reading/styled-text.ts";
import { drawnOnce } from "../rows/drawn-once.ts";
import { emptyRow, flowWithin, moved, type Piece, type Row, type Tone } from "../rows/row.ts";
import { textMeasure, type layout } from "../state/layout.ts";
import { selectedHit } from "../state/list-view.ts";
import { clock } from "../state/reader-view.ts";
import type { State } from "../state/state.ts";
import { inCapitals } from "../words/capitals.ts";
import { wantedQuery } from "../state/wanted-query.ts";
import { words } from "../words/words.ts";

type PreviewPane = NonNullable<ReturnType<typeof layout>["preview"]>;

const match: Tone = { accent: true, underline: true };

/** Columns between columns of text. */
const columnGap = 3;

const drawn = drawnOnce();

/** The beginning of the selected article, or the passage that was searched for, in rows of the pane. */
export function previewPane(state: State, pane: PreviewPane): readonly Row[] {
  const hit = selectedHit(state.list);
  if (hit === undefined) return [];
  const from = [
    state.preview,
    wantedQuery(state).key,
    pane.place,
    pane.columns,
    pane.rows,
    state.status?.timeZone,
  ];
  return drawn(hit, from, () => inColumns(pane, (measured) => previewRows(state, measured, hit)));
}

/** Text columns side by side in the middle of their pane, the rows flowing from each into the next. */
function inColumns(
  pane: PreviewPane,
  rowsFor: (pane: PreviewPane) => readonly Row[],
): readonly Row[] {
  const { textColumns: count, rows: height } = pane;
  if (pane.place === "foot") return rowsFor(pane);
  const room = Math.floor((pane.columns - (count - 1) * columnGap) / count);
  const columns = Math.min(room, textMeasure + 2);
  const start = Math.floor((pane.columns - count * (columns + columnGap) + columnGap) / 2);
  const all = rowsFor({ ...pane, columns, rows: height * count });
  const rows: Row[] = [];
  let at = 0;
  for (let column = 0; column < count; column++) {
    // What parts two blocks is of no use at the head of a column.
    if (column > 0) at = all.findIndex((row, index) => index >= at && row.length > 0);
    if (at < 0) break;
    for (const [row, text] of all.slice(at, at + height).entries())
      rows[row] = [
        ...(rows[row] ?? emptyRow),
        ...moved(text, start + column * (columns + columnGap)),
      ];
    at += height;
  }
  return rows;
}

function previewRows(state: State, pane: PreviewPane, { article, headline }: Hit): readonly Row[] {
  const isAtFoot = pane.place === "foot";
  const columns = pane.columns - (isAtFoot ? 2 : 0);
  const marker = searchMarker(wantedQuery(state).query.text);
  const { inLanguage: language } = article;
  const measure: Measure = {
    columns,
    ...(language && { language }),
    ...(marker && { marker }),
  };
  const titles = alignedLines(
    highlighted(headline.text, headline.highlights, { bold: true }, { bold: true, ...match }),
    columns,
    measure.language,
  );
  const head = [detailsRow(article, state, columns), ...titles.slice(0, isAtFoot ? 2 : 4)];
  const text = textRows(state, article, measure, pane.rows - head.length);
  const rows = [...head, ...(isAtFoot ? [] : [emptyRow]), ...text];
  return rows.slice(0, pane.rows).map((row) => moved(row, isAtFoot ? 1 : 0));
}

function detailsRow(article: ArticleSummary, state: State, columns: number): Row {
  const section: readonly Piece[] =
    article.section === undefined
      ? []
      : [[inCapitals(article.section.label), { accent: true }], ["  "]];
  const mark = visibilityMark(article, state.nowMs);
  const details = [...(mark === undefined ? [] : [mark]), ...byline(article, clock(state))];
  const row = flowWithin(0, columns, ...section, [details.join(words.between), { dim: true }]);
  return isRightToLeft(article.headline) ? endingAt(columns, row) : row;
}

/** Standfirst, passage and text, as far as they are known and fit. */
function textRows(
  state: State,
  article: ArticleSummary,
  measure: Measure,
  room: number,
): readonly Row[] {
  const { preview } = state;
  const known = preview?.id === article.id ? preview : undefined;
  // The excerpt of an earlier search stays known until another is asked for.
  const excerpt = wantedQuery(state).query.text === undefined ? undefined : known?.excerpt;
  const rows: Row[] = [];
  if (article.standfirst && article.description !== undefined) {
    rows.push(
      ...alignedLines(
        styled(article.description, { italic: true }),
        measure.columns,
        measure.language,
      ).slice(0, 3),
    );
    if (room > 4) rows.push(emptyRow);
  }
  if (excerpt !== undefined && excerpt.highlights.length > 0) {
    rows.push(...alignedLines(passage(excerpt), measure.columns, measure.language));
    if (known?.found === undefined) return rows;
    rows.push(emptyRow);
  }
  const blocks = known?.found?.article.blocks;
  if (blocks === undefined) {
    return [
      ...rows,
      ...alignedLines(styled(article.lead ?? ""), measure.columns, measure.language),
    ];
  }
  // Only what fits is laid out: an article may be long, and the selection moves on.
  for (const [index, block] of blocks.entries()) {
    if (rows.length >= room) break;
    rows.push(...spaceBefore(block, index), ...blockLines(block, measure));
  }
  return rows;
}

function passage(excerpt: Excerpt): StyledText {
  return joined([
    styled(words.excerptStart, { dim: true }),
    highlighted(excerpt.text, excerpt.highlights, {}, match),
    styled(words.excerptEnd, { dim: true }),
  ]);
}
