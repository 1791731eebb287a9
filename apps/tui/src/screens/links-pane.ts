import { cutText, displayWidth } from "@broadsheet/core/view";
import { isWebAddress } from "../reading/article-links.ts";
import { emptyRow, flow, flowEndingAt, type Row } from "../rows/row.ts";
import { readerPane } from "../state/layout.ts";
import { linksHeadRows, linksHere, linksTop } from "../state/link-list.ts";
import type { State } from "../state/state.ts";
import { count, number } from "../words/numbers.ts";
import { words } from "../words/words.ts";

/** Fewest columns for the text of a link; where it leads to goes first. */
const minTextColumns = 24;

/** The links of the article with their numbers and where they lead, in rows of the reader's pane. */
export function linksRows(state: State): readonly Row[] {
  const { columns, rows } = readerPane(state);
  const links = linksHere(state);
  const top = linksTop(state);
  const numberColumns = displayWidth(number(links.length));
  const shown = links.slice(top, top + rows - linksHeadRows).map(({ text, url }, index) => {
    const isSelected = top + index === state.links?.selected;
    const start = 2 + numberColumns + 2;
    const target = targetText(url, columns - start - minTextColumns);
    const room = columns - start - (target === "" ? 0 : displayWidth(target) + 2);
    return [
      ...(isSelected ? flow(0, [words.selectionBar, { accent: true }]) : []),
      ...flowEndingAt(2 + numberColumns, [number(top + index + 1), { dim: true }]),
      ...flow(start, [cutText(text, room), isSelected ? { bold: true } : {}]),
      ...flowEndingAt(columns, [target, { dim: true }]),
    ];
  });
  const title = count(links.length, words.link, words.links);
  return [flow(2, [title, { dim: true }]), emptyRow, ...shown].slice(0, rows);
}

/** Where a link leads: the host, or the file in the archive. Empty where there is no room for it. */
function targetText(url: string, columns: number): string {
  if (columns < 8) return "";
  const target = isWebAddress(url) ? new URL(url).host || new URL(url).pathname : url;
  return cutText(target, columns);
}
