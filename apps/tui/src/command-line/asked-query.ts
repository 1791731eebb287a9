import {
  parameters,
  parseQuery,
  type ArchiveStatus,
  type ParsedQuery,
  type QueryProblem,
} from "@broadsheet/core/view";
import type { Invocation } from "./parse-arguments.ts";

/** The query that a command line asks for. Drafts and articles of the future are among the results. */
export function askedQuery(
  invocation: Invocation,
  typed: string | undefined,
  status: ArchiveStatus,
): ParsedQuery {
  const entries: (readonly [string, string])[] = typed === undefined ? [] : [["q", typed]];
  for (const [flag, value] of invocation.flags) {
    const parameter = parameters.find((each) => each.flag === flag);
    if (parameter !== undefined) entries.push([parameter.name, value]);
  }
  return parseQuery(entries, { timeZone: status.timeZone, nowMs: Date.now(), drafts: true });
}

/** What is wrong with a query, said of the flags it was made of. */
export function queryProblemText({ parameter, message, remedy }: QueryProblem): string {
  const name =
    parameters.find((each) => each.name === parameter)?.flag ??
    (parameter === "q" ? "QUERY" : parameter);
  return `${name}: ${message} ${remedy}`.trimEnd();
}
