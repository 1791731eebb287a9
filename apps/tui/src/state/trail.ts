import type { FoundArticle } from "@broadsheet/core/view";
import { withoutFind } from "./find-view.ts";
import { marked, placeNow, type Place } from "./marks.ts";
import { atPlace } from "./reader-view.ts";
import type { State } from "./state.ts";

/** An article that was read, and where in it one was. */
export type Visit = { readonly id: string; readonly place: Place };

/** The articles that one has come from, and those that one has gone back from, the nearest last. */
export type Trail = { readonly before: readonly Visit[]; readonly after: readonly Visit[] };

export const noTrail: Trail = { before: [], after: [] };

/** Most articles that one can go back through. */
const maxVisits = 100;

/** What is known of an article before it is opened. */
type Known = { readonly found?: FoundArticle | undefined; readonly place?: Place | undefined };

/** An article in the reader, at its start or at a place; the text may still have to come. */
export function reading(before: State, id: string, { found, place }: Known = {}): State {
  const state = withoutFind(before);
  const reader = { id, generation: "", isMissing: false, top: 0, ...(place && { place }) };
  return found === undefined
    ? { ...state, screen: "reader", reader }
    : atPlace({ ...state, screen: "reader", reader: { ...reader, found } });
}

/** Another article, from which one can go back to this one. */
export function wentTo(state: State, id: string, found?: FoundArticle): State {
  const before = [...state.trail.before, ...visitNow(state)].slice(-maxVisits);
  const place = state.marks.byId.get(id);
  return reading({ ...marked(state), trail: { before, after: [] } }, id, { found, place });
}

/** Back to the article that one has come from; undefined where one has come from none. */
export function wentBack(state: State): State | undefined {
  const { before, after } = state.trail;
  const visit = before.at(-1);
  if (visit === undefined) return undefined;
  const trail = { before: before.slice(0, -1), after: [...after, ...visitNow(state)] };
  return reading({ ...state, trail }, visit.id, visit);
}

/** Forward again to where one has gone back from. */
export function wentForward(state: State): State | undefined {
  const { before, after } = state.trail;
  const visit = after.at(-1);
  if (visit === undefined) return undefined;
  const trail = { before: [...before, ...visitNow(state)], after: after.slice(0, -1) };
  return reading({ ...state, trail }, visit.id, visit);
}

function visitNow(state: State): readonly Visit[] {
  const place = placeNow(state);
  return state.reader === undefined ? [] : [{ id: state.reader.id, place: place ?? start }];
}

const start: Place = { part: 0, into: 0 };
