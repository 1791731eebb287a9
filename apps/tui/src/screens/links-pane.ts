import { cutText, displayWidth } from "@broadsheet/core/view";
import { isWebAddress } from "../reading/article-links.ts";
import { emptyRow, flow, flowEndingAt, type Row } from "../rows/row.ts";
import { readerPane } from "../state/layout.ts";
import { areLeadsAtHand, leads, type Lead } from "../state/link-list.ts";
import { clock } from "../state/reader-view.ts";
import type { State } from "../state/state.ts";
import { fullDate } from "../words/dates.ts";
import { number } from "../words/numbers.ts";
import { words } from "../words/words.ts";

/** Fewest columns for what a line leads to; where that is goes first. */
const minTextColumns = 24;

/** Fewest columns in which it can be said where something is. */
const minTargetColumns = 8;

/** What the article leads to, with numbers: its links, and articles about the same. The selected one is in view. */
export function linksRows(state: State): readonly Row[] {
  const { rows: room } = readerPane(state);
  const all = leads(state);
  const rows: Row[] = [];
  let selectedRow = 0;
  for (const [index, lead] of all.entries()) {
    if (all[index - 1]?.type !== lead.type) {
      if (index > 0) rows.push(emptyRow);
      rows.push(flow(2, [words.leads[lead.type], { dim: true }]), emptyRow);
    }
    if (index === state.links?.selected) selectedRow = rows.length;
    rows.push(leadRow(state, lead, index, all.length));
  }
  if (all.length === 0 && areLeadsAtHand(state))
    rows.push(flow(2, [words.nothingToFollow, { dim: true }]));
  const top = Math.max(0, Math.min(selectedRow - Math.floor(room / 2), rows.length - room));
  return rows.slice(top, top + room);
}

function leadRow(state: State, lead: Lead, index: number, count: number): Row {
  const { columns } = readerPane(state);
  const numberEnd = 2 + displayWidth(number(count));
  const start = numberEnd + 2;
  const target = targetText(state, lead, columns - start - minTextColumns);
  const room = columns - start - (target === "" ? 0 : displayWidth(target) + 2);
  const isSelected = index === state.links?.selected;
  const text = lead.type === "link" ? lead.text : lead.article.headline;
  return [
    ...(isSelected ? flow(0, [words.selectionBar, { accent: true }]) : []),
    ...flowEndingAt(numberEnd, [number(index + 1), { dim: true }]),
    ...flow(start, [cutText(text, room), isSelected ? { bold: true } : {}]),
    ...flowEndingAt(columns, [target, { dim: true }]),
  ];
}

/** Where a link leads (the host, or the file in the archive), or when an article appeared; empty without room for it. */
function targetText(state: State, lead: Lead, columns: number): string {
  if (columns < minTargetColumns) return "";
  if (lead.type === "related") {
    const { datePublished } = lead.article;
    return datePublished === undefined
      ? ""
      : cutText(fullDate(datePublished, clock(state).timeZone), columns);
  }
  const { url } = lead;
  if (!isWebAddress(url)) return cutText(url, columns);
  const { host, pathname } = new URL(url);
  return cutText(host || pathname, columns);
}
