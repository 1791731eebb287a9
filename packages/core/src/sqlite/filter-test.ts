import type { FacetField } from "../archive/archive.ts";
import { isWanted, listFilters, type Wanted } from "../query/match-summary.ts";
import type { Query, TextNode } from "../query/query.ts";
import type { Columns } from "./columns.ts";
import { flags, storedFields, type StoredField } from "./schema.ts";
import { wantedSets } from "./value-sets.ts";

/** Whether the article at a position passes. */
export type Test = (position: number) => boolean;

/** Whether an article passes what a query asks beside its text; undefined when each does. */
export function queryTest(query: Query, columns: Columns, leaveOut?: FacetField): Test | undefined {
  const { startMs } = columns;
  const tests: Test[] = [];
  if (!query.drafts && hasDrafts(columns)) tests.push(flagTest(flags.draft, columns, true));
  const visible = query.visibleAtMs;
  // A comparison with NaN is false, so an undated article passes this and no test of dates.
  if (visible !== undefined && !((startMs.at(-1) ?? NaN) <= visible))
    tests.push((position) => !((startMs[position] ?? NaN) > visible));
  for (const { field, values } of listFilters(query)) {
    if (values.length === 0 || field === leaveOut) continue;
    const wanted = values.map((value): Wanted => ({ field, value, prefix: false }));
    tests.push(valueTest(field, wanted, columns));
  }
  const { fromMs, toMs } = query;
  const isDated = fromMs !== undefined || toMs !== undefined;
  if (leaveOut !== "year" && isDated) tests.push(dateTest(query, columns));
  return tests.length === 0 ? undefined : allTests(tests);
}

/** What was found out of some columns: they never change. */
const withDrafts = new WeakMap<Columns, boolean>();

/** Whether any article is a draft: in most archives of others none is, and no list has to be gone through. */
function hasDrafts(columns: Columns): boolean {
  let found = withDrafts.get(columns);
  if (found === undefined) {
    found = [flags.draft, flags.draft | flags.image].some((bits) => columns.flags.includes(bits));
    withDrafts.set(columns, found);
  }
  return found;
}

/** Whether an article matches a tree of filters. */
export function treeTest(node: TextNode, columns: Columns): Test {
  switch (node.type) {
    case "filter":
      return filterTest(node, columns);
    case "date":
      return dateTest(node, columns);
    case "not": {
      const test = treeTest(node.node, columns);
      return (position) => !test(position);
    }
    case "and":
      return allTests(node.nodes.map((each) => treeTest(each, columns)));
    case "or": {
      const tests = node.nodes.map((each) => treeTest(each, columns));
      return tests.reduce((one, other) => (position) => one(position) || other(position));
    }
    case "word":
    case "phrase":
      throw new TypeError(`A ${node.type} is looked for in texts.`);
  }
}

/** Calls written one within the other are several times as fast as a loop over tests. */
function allTests(tests: readonly Test[]): Test {
  return tests.reduce((one, other) => (position) => one(position) && other(position));
}

function filterTest(filter: Wanted, columns: Columns): Test {
  if (filter.field === "is") return flagTest(flags.draft, columns, false);
  if (filter.field !== "has") return valueTest(filter.field, [filter], columns);
  if (filter.value === "image") return flagTest(flags.image, columns, false);
  if (filter.value === "date") return (position) => position >= columns.undated;
  const field = storedFields.find((each) => each === filter.value);
  if (field === undefined) throw new TypeError(`Nothing has a ${filter.value}.`);
  const numbers = columns.numbers[field];
  return (position) => numbers[position] !== 0;
}

function valueTest(field: StoredField, wanted: readonly Wanted[], columns: Columns): Test {
  const numbers = columns.numbers[field];
  const sets = wantedSets(columns.sets[field], (key) => wanted.some((each) => isWanted(key, each)));
  return (position) => sets[numbers[position] ?? 0] === 1;
}

function flagTest(flag: number, { flags: bits }: Columns, isOff: boolean): Test {
  const wanted = isOff ? 0 : flag;
  return (position) => ((bits[position] ?? 0) & flag) === wanted;
}

function dateTest({ fromMs, toMs }: Pick<Query, "fromMs" | "toMs">, columns: Columns): Test {
  const { startMs, endMs } = columns;
  return (position) =>
    (fromMs === undefined || (endMs[position] ?? NaN) > fromMs) &&
    (toMs === undefined || (startMs[position] ?? NaN) < toMs);
}
