import { mostFrequent } from "./posting-decoder.ts";

/** Some articles that hold something. */
export type TermList = {
  /** Ascending. */
  readonly positions: Uint32Array;
  /** How often each holds it, with each time weighted by its column; 65,535 at most. */
  readonly frequencies: Uint16Array;
};

/** Fewer articles than this part of all are sorted; more are counted in an array of all. */
const fewShare = 1 / 64;

/**
 * The articles that are in one of some lists, each as often as in all of them together. `tally` has a zero for
 * every position, before and after.
 */
export function mergeLists(lists: readonly TermList[], tally: Uint32Array): TermList {
  const [first, ...others] = lists;
  if (first !== undefined && others.length === 0) return first;
  const total = lists.reduce((sum, { positions }) => sum + positions.length, 0);
  return total < tally.length * fewShare ? mergeFew(lists, total) : mergeMany(lists, tally);
}

function mergeMany(lists: readonly TermList[], tally: Uint32Array): TermList {
  let count = 0;
  let from = tally.length;
  let to = 0;
  for (const { positions, frequencies } of lists) {
    from = Math.min(from, positions[0] ?? from);
    to = Math.max(to, (positions.at(-1) ?? -1) + 1);
    for (let index = 0; index < positions.length; index++) {
      const position = positions[index] ?? 0;
      const before = tally[position] ?? 0;
      // One more than the sum, so that an article with none is told from one that is in no list.
      tally[position] = (before === 0 ? 1 : before) + (frequencies[index] ?? 0);
      if (before === 0) count++;
    }
  }
  const merged = { positions: new Uint32Array(count), frequencies: new Uint16Array(count) };
  let length = 0;
  for (let position = from; position < to; position++) {
    const held = tally[position] ?? 0;
    if (held === 0) continue;
    tally[position] = 0;
    merged.positions[length] = position;
    merged.frequencies[length] = Math.min(held - 1, mostFrequent);
    length++;
  }
  return merged;
}

function mergeFew(lists: readonly TermList[], total: number): TermList {
  const keys = new Float64Array(total);
  let length = 0;
  for (const { positions, frequencies } of lists) {
    for (let index = 0; index < positions.length; index++)
      keys[length++] = (positions[index] ?? 0) * (mostFrequent + 1) + (frequencies[index] ?? 0);
  }
  keys.sort();
  const positions = new Uint32Array(total);
  const frequencies = new Uint16Array(total);
  let last = -1;
  for (const key of keys) {
    const position = Math.floor(key / (mostFrequent + 1));
    const frequency = key % (mostFrequent + 1);
    if (last < 0 || positions[last] !== position) positions[++last] = position;
    frequencies[last] = Math.min((frequencies[last] ?? 0) + frequency, mostFrequent);
  }
  return { positions: positions.slice(0, last + 1), frequencies: frequencies.slice(0, last + 1) };
}
