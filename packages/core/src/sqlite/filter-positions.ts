import type { FacetField } from "../archive/archive.ts";
import { languageInRange, noValue } from "../query/match-summary.ts";
import type { Query } from "../query/query.ts";
import type { Columns } from "./columns.ts";

/**
 * The positions that pass a query's filters; `positions` undefined stands for all. With `leaveOut` the
 * filter of that field is not applied, for counting its values.
 */
export function filterPositions(
  positions: Uint32Array | undefined,
  query: Query,
  columns: Columns,
  leaveOut?: FacetField,
): Uint32Array {
  const passes = test(query, columns, leaveOut);
  const count = positions?.length ?? columns.count;
  const kept = new Uint32Array(count);
  let length = 0;
  for (let index = 0; index < count; index++) {
    const position = positions === undefined ? index : (positions[index] ?? 0);
    if (passes(position)) kept[length++] = position;
  }
  return length === count ? kept : kept.slice(0, length);
}

function test(
  query: Query,
  columns: Columns,
  leaveOut: FacetField | undefined,
): (position: number) => boolean {
  const { startMs, endMs, draft, section, language } = columns;
  const sections =
    leaveOut === "section" ? undefined : wanted(query.sections, columns.sections, sectionIs);
  const languages =
    leaveOut === "lang" ? undefined : wanted(query.languages, columns.languages, languageIs);
  const dated = leaveOut !== "year";
  const from = dated ? query.fromMs : undefined;
  const to = dated ? query.toMs : undefined;
  const visible = query.visibleAtMs;
  // A comparison with NaN is false, so an undated article passes `!(start > visible)` and no other.
  return (position) =>
    (query.drafts || draft[position] === 0) &&
    (visible === undefined || !((startMs[position] ?? NaN) > visible)) &&
    (sections === undefined || sections[section[position] ?? 0] === 1) &&
    (languages === undefined || languages[language[position] ?? 0] === 1) &&
    (from === undefined || (endMs[position] ?? NaN) > from) &&
    (to === undefined || (startMs[position] ?? NaN) < to);
}

/** For each number of a column's values, whether it is wanted; undefined when all are. */
function wanted<Value>(
  choices: readonly string[],
  values: readonly Value[],
  is: (value: Value, choice: string) => boolean,
): Uint8Array | undefined {
  if (choices.length === 0) return undefined;
  return Uint8Array.from(values, (value) => Number(choices.some((choice) => is(value, choice))));
}

function sectionIs({ key }: Columns["sections"][number], choice: string): boolean {
  return (key ?? noValue) === choice;
}

function languageIs(tag: string | null, choice: string): boolean {
  return languageInRange(tag ?? undefined, choice);
}
