import { cleanLine, parseQuery, type ParsedQuery, type QueryContext } from "@broadsheet/core";
import { Failure } from "./failure.ts";
import { queryEntries, requestTarget } from "./request-target.ts";

/**
 * What an address asks of the archive.
 *
 * @throws {Failure} that names every parameter which cannot be understood.
 */
export function readQuery(url: string, context: QueryContext): ParsedQuery {
  const { entries, errors } = queryEntries(requestTarget(url).query);
  const parsed = parseQuery(entries, context);
  const all = [
    ...errors,
    ...parsed.problems.map(({ parameter, value, message, remedy, suggestion }) => ({
      parameter,
      detail: `${message} ${remedy}`,
      value,
      ...(suggestion === undefined ? {} : { suggestion }),
    })),
  ];
  if (all.length > 0) {
    const names = [...new Set(all.map((error) => error.parameter))].join(", ");
    throw new Failure("invalid-parameters", {
      detail: `What is asked for cannot be understood: see errors for ${names}.`,
      errors: all,
    });
  }
  return parsed;
}

/**
 * Refuses parameters where none has a meaning.
 *
 * @throws {Failure} that names them.
 */
export function refuseParameters(url: string): void {
  const { entries, errors } = queryEntries(requestTarget(url).query);
  const [first] = entries;
  if (first === undefined && errors.length === 0) return;
  throw new Failure("invalid-parameters", {
    detail: "This address takes no parameters.",
    errors: [
      ...errors,
      ...entries.slice(0, 20).map(([name]) => ({
        parameter: cleanLine(name.slice(0, 120)),
        detail: "Leave it out.",
      })),
    ],
  });
}
