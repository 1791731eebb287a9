import { variantTag } from "./kept-answer.ts";
import { codings, type Coding } from "./content-coding.ts";

/** The headers that make a request depend on what the client has (RFC 9110, section 13). */
export type Conditions = {
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
};

/**
 * The coding in which the client has an answer already: its tag is named, or, where no tag is, nothing has
 * changed since the date that is. Undefined when the answer is to be sent.
 */
export function heldCoding(
  tag: string,
  sinceMs: number | undefined,
  accepted: readonly Coding[],
  { ifNoneMatch, ifModifiedSince }: Conditions,
): Coding | undefined {
  if (ifNoneMatch !== undefined) {
    if (!ifNoneMatch.includes(tag) && !ifNoneMatch.includes("*")) return undefined;
    const named = ifNoneMatch.split(",").map((each) => each.trim().replace(/^W\//, ""));
    // Any coding that the client takes will do: it chose among them, and has the bytes of one.
    return accepted.find((coding) => named.includes(variantTag(tag, coding)) || named[0] === "*");
  }
  if (ifModifiedSince === undefined || sinceMs === undefined) return undefined;
  return sinceMs <= Date.parse(ifModifiedSince) ? accepted.at(-1) : undefined;
}

/** Whether what a client takes the answer to be is what it is (RFC 9110, sections 13.1.1 and 13.1.4). */
export function preconditionsHold(
  tag: string | undefined,
  sinceMs: number | undefined,
  {
    ifMatch,
    ifUnmodifiedSince,
  }: { ifMatch: string | undefined; ifUnmodifiedSince: string | undefined },
): boolean {
  if (ifMatch !== undefined) {
    const named = ifMatch.split(",").map((each) => each.trim());
    return (
      named[0] === "*" ||
      (tag !== undefined && codings.some((coding) => named.includes(variantTag(tag, coding))))
    );
  }
  if (ifUnmodifiedSince === undefined || sinceMs === undefined) return true;
  const date = Date.parse(ifUnmodifiedSince);
  return Number.isNaN(date) || sinceMs <= date;
}
