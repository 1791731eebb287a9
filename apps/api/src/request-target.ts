import type { ProblemError } from "./problem-response.ts";

/** What an address asks for, as it was sent: nothing is decoded. */
export type RequestTarget = { readonly path: string; readonly query: string };

/** The path and the query of an absolute URL. */
export function requestTarget(url: string): RequestTarget {
  const start = url.indexOf("/", url.indexOf("://") + 3);
  const target = start < 0 ? "/" : (url.slice(start).split("#", 1)[0] ?? "/");
  const mark = target.indexOf("?");
  return mark < 0
    ? { path: target, query: "" }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** The names and values of a query. */
export type QueryEntries = {
  readonly entries: readonly (readonly [string, string])[];
  /** The names of those that cannot be decoded; `URLSearchParams` would guess. */
  readonly errors: readonly ProblemError[];
};

/** Reads a query as forms write it (https://url.spec.whatwg.org/#urlencoded-parsing), but guesses nothing. */
export function queryEntries(query: string): QueryEntries {
  const entries: [string, string][] = [];
  const errors: ProblemError[] = [];
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? "" : pair.slice(equals + 1));
    if (name !== undefined && value !== undefined) entries.push([name, value]);
    else if (errors.length < maxErrors) {
      errors.push({
        parameter: name ?? "",
        detail: "It is not UTF-8 in percent-encoding. Write a percent sign as %25.",
      });
    }
  }
  return { entries, errors };
}

/** More errors of one kind than this help nobody. */
const maxErrors = 20;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}
