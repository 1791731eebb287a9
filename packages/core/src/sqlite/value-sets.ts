import type { DatabaseSync } from "node:sqlite";
import type { StoredField } from "./schema.ts";

/**
 * The values of a field and the sets of them that articles have, by number from 1. The members of a set lie
 * in one array, from its start to the next one's (compressed sparse rows).
 */
export type ValueSets = {
  /** By the number of a value; the first stands for none. */
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  /** The first value with the same key, by the number of a value: spellings of one key are counted together. */
  readonly first: Uint32Array;
  /** Where the members of a set begin, by its number; one more than there are sets. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
};

/** No values: the empty set alone. */
export const noSets: ValueSets = {
  keys: [""],
  labels: [""],
  first: new Uint32Array(1),
  starts: new Uint32Array(2),
  members: new Uint32Array(0),
};

/** What is kept of a field, beginning with what was read before: the tables only grow. */
export function readValueSets(
  database: DatabaseSync,
  field: StoredField,
  before: ValueSets,
): ValueSets {
  const values = database
    .prepare("SELECT key, label FROM field_values WHERE field = ? AND number >= ? ORDER BY number")
    .all(field, before.keys.length);
  const sets = database
    .prepare("SELECT members FROM value_sets WHERE field = ? AND number >= ? ORDER BY number")
    .all(field, before.starts.length - 1);
  if (values.length === 0 && sets.length === 0) return before;
  const keys = [...before.keys, ...values.map((row) => String(row["key"]))];
  const added = sets.map((row) => String(row["members"]).split(" ").map(Number));
  return {
    keys,
    labels: [...before.labels, ...values.map((row) => String(row["label"]))],
    first: firstOfKeys(keys),
    ...appended(before, added),
  };
}

function firstOfKeys(keys: readonly string[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(keys, (key, number) => {
    // The key of a value is never empty; the first stands for having none.
    const first = numbers.get(key) ?? number;
    numbers.set(key, first);
    return first;
  });
}

function appended(
  before: ValueSets,
  added: readonly (readonly number[])[],
): Pick<ValueSets, "starts" | "members"> {
  const starts = new Uint32Array(before.starts.length + added.length);
  starts.set(before.starts);
  let end = before.members.length;
  for (const [index, set] of added.entries()) {
    end += set.length;
    starts[before.starts.length + index] = end;
  }
  const members = new Uint32Array(end);
  members.set(before.members);
  let next = before.members.length;
  for (const set of added) {
    members.set(set, next);
    next += set.length;
  }
  return { starts, members };
}

/** For each set, 1 where it has a value that is wanted; `undefined` is asked for the empty set. */
export function wantedSets(
  { keys, starts, members }: ValueSets,
  isWanted: (key: string | undefined) => boolean,
): Uint8Array {
  const values = Uint8Array.from(keys, (key, number) => Number(number > 0 && isWanted(key)));
  const sets = new Uint8Array(starts.length - 1);
  sets[0] = Number(isWanted(undefined));
  for (let set = 1; set < sets.length; set++) {
    const end = starts[set + 1] ?? 0;
    for (let index = starts[set] ?? 0; index < end; index++) {
      if (values[members[index] ?? 0] === 1) sets[set] = 1;
    }
  }
  return sets;
}
