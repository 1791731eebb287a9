import { canonicalQuery, type QueryContext } from "@broadsheet/core";
import type { ListRequest } from "./read-query.ts";
import type { Plan } from "./resource.ts";
import { momentOf, withKey, type Moment, type Service } from "./service.ts";
import { until } from "./validity.ts";

/**
 * Milliseconds for which an answer is kept at most when it may name a day in words: “yesterday” is another
 * day after midnight, so it is read for now and for then.
 */
const steadyMs = 3_600_000;

/** What was understood of a request for articles. */
export type Understood = {
  readonly moment: Moment;
  readonly request: ListRequest;
  /** Absent when the answer must not be kept. */
  readonly key: Plan["key"];
};

/** Reads what an address asks of the archive, and for how long it will mean the same. */
export async function understand(
  service: Service,
  read: (context: QueryContext) => ListRequest,
): Promise<Understood> {
  const moment = await momentOf(service);
  const { timeZone } = moment.status;
  const { drafts, future } = service.visibility;
  const readAt = (nowMs: number): ListRequest =>
    read({ timeZone, nowMs, drafts, ...(future ? {} : { visibleAtMs: moment.nowMs }) });

  const request = readAt(moment.nowMs);
  const meaning = meaningOf(request);
  const key = withKey(moment, meaning);
  if (key === undefined || !mayMove(request)) return { moment, request, key };
  const endMs = moment.nowMs + steadyMs;
  if (meaningOf(readAt(endMs)) !== meaning) return { moment, request, key: undefined };
  return { moment, request, key: { ...key, validity: until(key.validity, endMs) } };
}

/** Whether a query may name a day by its distance from today: behind a field's colon, or as a bound in words. */
function mayMove({ entries }: ListRequest): boolean {
  return entries.some(([name, value]) =>
    name === "q" ? /[:：]/.test(value) : isBound(name) && !/^[\dTZ:.+ -]+$/i.test(value),
  );
}

function isBound(name: string): boolean {
  return name === "from" || name === "to";
}

/** What a query means at its hour; what may be seen yet is in the moment's key. */
function meaningOf({ query, warnings }: ListRequest): string {
  const { visibleAtMs: _, ...meant } = query;
  return JSON.stringify([canonicalQuery(meant), warnings]);
}
