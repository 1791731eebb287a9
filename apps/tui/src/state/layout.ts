import type { State } from "./state.ts";

/** A part of the screen; rows and columns count from 0. */
export type Pane = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** Where everything stands. A part that there is no room for is absent. */
export type Layout = {
  /** Columns that are written to: the last two stay free, so that nothing ever wraps. */
  readonly columns: number;
  readonly searchRow: number;
  /** The row under the search, for what is said of it. */
  readonly hintRow?: number;
  readonly footRow: number;
  /** Everything between the head and the foot: the article, the help. */
  readonly body: Pane;
  readonly list?: Pane;
  /** Rows that one article takes in the list. */
  readonly rowsPerArticle: 1 | 2;
  /** At the right its text flows from one column into the next, like a page's. */
  readonly preview?: Pane & { readonly place: "right" | "foot"; readonly textColumns: number };
  readonly filters?: Pane;
};

/** From this width the preview stands at the right of the list. */
const previewAtRightFrom = 110;

/** From this width the filters stand at the left. */
const filtersAtLeftFrom = 140;

/** A narrower list shows an article in two rows: the headline, and everything else under it. */
const oneRowFrom = 72;

/** The same where nothing stands beside the list, and fewer articles could be seen at once. */
const oneRowAloneFrom = 57;

/** The widest list: across a wider one the eye does not find its way from a headline to its section. */
const maxListColumns = 120;

/** From this height there are empty rows between the parts, and room for a preview at the foot. */
const roomyFrom = 16;

/** From this width the search line has a strip of articles over time. */
const timelineFrom = 76;

/** Columns between panes side by side: a space, a line, a space. */
export const paneGap = 3;

/** The measure of an article: lines that the eye finds its way back from. */
export const textMeasure = 72;

/** The narrowest and the widest that it is set to, and the columns by which it changes. */
export const measures = { least: 40, most: 120, step: 4 } as const;

/** The measure where it is read aloud: a passage is one row, however long, and a screen reader reads it through. */
export const spokenMeasure = 100_000;

const filterColumns = 24;

/** Where filters have a whole row, their numbers still stand near their names. */
const maxFilterColumns = 44;

const between = (low: number, value: number, high: number): number =>
  Math.max(low, Math.min(value, high));

/** Where everything stands, in a terminal of any size. */
export function layout({ size, focus }: Pick<State, "size" | "focus">): Layout {
  const columns = Math.max(1, size.columns - 2);
  const isRoomy = size.rows >= roomyFrom;
  const footRow = Math.max(0, size.rows - 1);
  const bodyTop = 2;
  const end = Math.max(bodyTop + 1, footRow - (isRoomy ? 1 : 0));
  const body = { row: bodyTop, column: 0, rows: end - bodyTop, columns };
  const listTop = Math.min(bodyTop + (isRoomy ? 2 : 1), end - 1);
  const pane = { row: listTop, column: 0, rows: end - listTop, columns };
  const hintRow = bodyTop + 1;
  const common = {
    columns,
    searchRow: bodyTop,
    ...(hintRow < listTop ? { hintRow } : {}),
    footRow,
    body,
  };

  if (size.columns < previewAtRightFrom) {
    if (focus === "filters") {
      const filters = { ...pane, columns: Math.min(columns, maxFilterColumns) };
      return { ...common, rowsPerArticle: 1, filters };
    }
    const rowsPerArticle = columns < oneRowAloneFrom ? 2 : 1;
    if (!isRoomy) return { ...common, rowsPerArticle, list: pane };
    // Two rows of the list's pane part it from the preview: an empty one and a thin line.
    const previewRows = between(4, Math.round(pane.rows * 0.35), 12);
    const list = { ...pane, rows: pane.rows - previewRows - 2 };
    return {
      ...common,
      rowsPerArticle,
      list,
      preview: {
        row: end - previewRows,
        column: 0,
        rows: previewRows,
        columns,
        place: "foot",
        textColumns: 1,
      },
    };
  }

  const hasFilters = size.columns >= filtersAtLeftFrom;
  const left = hasFilters ? filterColumns + paneGap : 0;
  const previewColumns = Math.max(
    between(40, Math.floor((columns - left) * 0.4), textMeasure + 2),
    columns - left - paneGap - maxListColumns,
  );
  const listColumns = columns - left - previewColumns - paneGap;
  const preview = {
    ...pane,
    column: columns - previewColumns,
    columns: previewColumns,
    place: "right" as const,
    textColumns: Math.max(1, Math.floor((previewColumns + paneGap) / (textMeasure + paneGap))),
  };
  const middle = { ...pane, column: left, columns: listColumns };
  const rowsPerArticle = listColumns < oneRowFrom ? 2 : 1;
  if (hasFilters) {
    return {
      ...common,
      rowsPerArticle,
      list: middle,
      preview,
      filters: { ...pane, columns: filterColumns },
    };
  }
  return focus === "filters"
    ? { ...common, rowsPerArticle, filters: middle, preview }
    : { ...common, rowsPerArticle, list: middle, preview };
}

/** Whether there is room for a strip of articles over time beside the search. */
export function hasTimeline({ size }: Pick<State, "size">): boolean {
  return size.columns >= timelineFrom;
}

/** How many articles the list shows at once; at least one, also while something stands in its place. */
export function articlesInView(state: Pick<State, "size" | "focus">): number {
  const { list, rowsPerArticle } = layout({ ...state, focus: "list" });
  return Math.max(1, Math.floor((list?.rows ?? 1) / rowsPerArticle));
}

/** The column of text in the reader: centred, never stretched. */
export function readerPane(state: Pick<State, "size" | "focus" | "measure">): Pane {
  const { body } = layout(state);
  const columns = between(1, body.columns - 2, state.measure);
  const top = state.size.rows >= roomyFrom ? 1 : 0;
  return {
    row: body.row + top,
    column: Math.max(1, Math.floor((body.columns - columns) / 2)),
    rows: Math.max(1, body.rows - top),
    columns,
  };
}
