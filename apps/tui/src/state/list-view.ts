import type { Hit, ListWindow } from "@broadsheet/core/view";
import type { ListView } from "./state.ts";

/** Rows kept in view beyond the selected one, so that one sees where one is going. */
const scrollMargin = 3;

/** The row at a place in the list; undefined when it is not at hand. */
export function hitAt(list: ListView, ordinal: number): Hit | undefined {
  return list.hits[ordinal - list.first];
}

/** The selected row; undefined when it is not at hand. */
export function selectedHit(list: ListView): Hit | undefined {
  return hitAt(list, list.selected);
}

/** The list with another row selected, and in view. */
export function select(list: ListView, ordinal: number, inView: number): ListView {
  return settled({ ...list, selected: ordinal, isTouched: true }, inView);
}

/** The list with the selection inside it and in view, for so many rows in view. */
export function settled(list: ListView, inView: number): ListView {
  const selected = Math.max(0, Math.min(list.selected, list.total - 1));
  const margin = Math.min(scrollMargin, Math.floor((inView - 1) / 2));
  const highest = Math.max(0, selected - margin);
  const lowest = selected + margin - inView + 1;
  const top = Math.max(
    0,
    Math.min(Math.max(Math.min(list.top, highest), lowest), list.total - inView),
  );
  const { selectedId: _before, ...rest } = list;
  const selectedId = hitAt(list, selected)?.article.id;
  return { ...rest, selected, top, ...(selectedId === undefined ? {} : { selectedId }) };
}

/**
 * The list with an answer in it. For the same question the selection stays with its article, and the
 * view with the selection; for another one it goes where `onAnswer` says.
 */
export function answered(
  list: ListView,
  window: ListWindow,
  key: string,
  generation: string,
  inView: number,
): ListView {
  const { hits, total, totalRelation, order, holdingAll, firstOrdinal } = window;
  const { holdingAll: _before, ...rest } = list;
  const isSame = key === list.key;
  const toStart = isSame ? !list.isTouched : list.onAnswer === "start";
  const found = hits.findIndex((hit) => hit.article.id === list.selectedId);
  const selected = toStart ? 0 : found >= 0 ? firstOrdinal + found : isSame ? list.selected : 0;
  return settled(
    {
      ...rest,
      ...(holdingAll === undefined ? {} : { holdingAll }),
      key,
      generation,
      hits,
      total,
      totalRelation,
      order,
      first: firstOrdinal,
      selected,
      top: Math.max(0, selected - (list.selected - list.top)),
      isTouched: isSame ? list.isTouched : !toStart,
      onAnswer: "selection",
    },
    inView,
  );
}

/** Whether every row from a place to another (exclusive) is at hand, as far as the list goes. */
export function hasRows(list: ListView, from: number, to: number): boolean {
  return (
    list.first <= Math.max(0, from) && list.first + list.hits.length >= Math.min(to, list.total)
  );
}
