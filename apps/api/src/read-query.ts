import {
  cleanLine,
  didYouMean,
  parameters,
  parseQuery,
  type ParsedQuery,
  type QueryContext,
} from "@broadsheet/core";
import { Failure } from "./failure.ts";
import type { ProblemError } from "./problem-response.ts";
import { queryEntries, requestTarget } from "./request-target.ts";
import { listFields, listView, readView, type View, type ViewParameter } from "./view.ts";

/** Parameters that choose articles, but say nothing of how they are listed. */
export const filterNames: readonly string[] = parameters
  .map(({ name }) => name)
  .filter((name) => !["sort", "limit", "cursor", "facets"].includes(name));

/** What a list is asked for: what to look for, and how to show it. */
export type ListRequest = ParsedQuery & { readonly view: View };

/**
 * What an address asks of the archive. `preset` is what its path says already.
 *
 * @throws {Failure} that names every parameter which cannot be understood.
 */
export function readQuery(
  url: string,
  context: QueryContext,
  preset: readonly (readonly [string, string])[] = [],
  known: readonly ViewParameter[] = listView,
): ListRequest {
  const { entries, errors } = queryEntries(requestTarget(url).query);
  const { view, rest, errors: wrongView } = readView(entries, known, listFields);
  const parsed = parseQuery([...preset, ...rest], context);
  const twice = rest.filter(([name]) => preset.some(([given]) => given === name));
  refuse([
    ...errors,
    ...wrongView,
    ...twice.map(([parameter]) => ({ parameter, detail: "The path says it already." })),
    ...parsed.problems.map(({ parameter, value, message, remedy, suggestion }) => {
      const meant = suggestion ?? viewName(parameter, known);
      return {
        parameter,
        detail: `${message} ${remedy}`,
        value,
        ...(meant === undefined ? {} : { suggestion: meant }),
      };
    }),
  ]);
  return { ...parsed, view };
}

/**
 * The same for an address that counts: it takes only what chooses the articles, and `others`.
 *
 * @throws {Failure} that names every parameter which cannot be understood.
 */
export function readFilters(
  url: string,
  context: QueryContext,
  others: readonly string[],
  known: readonly ViewParameter[] = [],
): ListRequest {
  return readTaken(url, context, [...filterNames, ...others], known);
}

/**
 * The same for an address that takes only some of the parameters.
 *
 * @throws {Failure} that names every parameter which cannot be understood.
 */
export function readTaken(
  url: string,
  context: QueryContext,
  names: readonly string[],
  known: readonly ViewParameter[] = [],
): ListRequest {
  const request = readQuery(url, context, [], known);
  const taken = new Set(names);
  const wrong = request.entries.filter(([name]) => !taken.has(name));
  refuse(wrong.map(([parameter]) => ({ parameter, detail: "It means nothing at this address." })));
  return request;
}

/**
 * How an address wants something shown that it takes no query for.
 *
 * @throws {Failure} that names every parameter which cannot be understood.
 */
export function readViewOnly(
  url: string,
  known: readonly ViewParameter[],
  keys: readonly string[],
): View {
  const { entries, errors } = queryEntries(requestTarget(url).query);
  const { view, rest, errors: wrongView } = readView(entries, known, keys);
  refuse([
    ...errors,
    ...wrongView,
    ...rest.slice(0, 20).map(([name]) => {
      const parameter = cleanLine(name.slice(0, 120));
      const suggestion = didYouMean(
        name,
        known.flatMap((each) => [each.name, ...each.alsoCalled]),
      );
      const meant =
        known.find((each) => each.alsoCalled.includes(suggestion ?? ""))?.name ?? suggestion;
      return {
        parameter,
        detail:
          known.length === 0
            ? "Leave it out: this address takes no parameters."
            : `This address takes ${known.map((each) => each.name).join(" and ")}.`,
        ...(meant === undefined ? {} : { suggestion: meant }),
      };
    }),
  ]);
  return view;
}

/**
 * Refuses parameters where none has a meaning.
 *
 * @throws {Failure} that names them.
 */
export function refuseParameters(url: string): void {
  // Most addresses come without any.
  if (url.includes("?")) readViewOnly(url, [], []);
}

/** The parameter of a view that a name may have been meant for, when no parameter of a query has it. */
function viewName(name: string, views: readonly ViewParameter[]): string | undefined {
  if (parameters.some((each) => each.name === name)) return undefined;
  const known = views.flatMap((each) => [each.name, ...each.alsoCalled]);
  const near = didYouMean(name, known);
  return views.find((each) => each.name === near || each.alsoCalled.includes(near ?? ""))?.name;
}

function refuse(errors: readonly ProblemError[]): void {
  if (errors.length === 0) return;
  const names = [...new Set(errors.map((error) => error.parameter))].join(", ");
  throw new Failure("invalid-parameters", {
    detail: `What is asked for cannot be understood: see errors for ${names}.`,
    errors,
  });
}
