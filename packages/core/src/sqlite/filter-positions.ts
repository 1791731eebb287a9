import type { Test } from "./filter-test.ts";
import type { TextMatches } from "./find-text.ts";
import type { GoOn } from "./patience.ts";

/** The first of some numbers; the memory of the others is given back at once. */
export function firstOf(
  numbers: Uint32Array<ArrayBuffer>,
  length: number,
): Uint32Array<ArrayBuffer> {
  if (length === numbers.length) return numbers;
  return new Uint32Array(numbers.buffer.transfer(length * numbers.BYTES_PER_ELEMENT));
}

/** Positions between two looks at the clock: about half a millisecond of work. */
const stride = 32_768;

/** The positions that pass a test; `positions` undefined stands for all of `count`. */
export function filterPositions(
  positions: Uint32Array | undefined,
  passes: Test,
  count: number,
  goOn: GoOn,
): TextMatches {
  const all = positions?.length ?? count;
  const kept = new Uint32Array(all);
  let length = 0;
  for (let index = 0; index < all; index++) {
    if (index % stride === stride - 1 && !goOn())
      return { positions: firstOf(kept, length), complete: false };
    const position = positions === undefined ? index : (positions[index] ?? 0);
    if (passes(position)) kept[length++] = position;
  }
  return { positions: firstOf(kept, length), complete: true };
}

/** All positions there are, ascending. */
export function allPositions(count: number): Uint32Array {
  const all = new Uint32Array(count);
  for (let position = 0; position < count; position++) all[position] = position;
  return all;
}

/** The positions in both of two ascending lists. */
export function intersection(one: Uint32Array, other: Uint32Array): Uint32Array {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const kept = new Uint32Array(few.length);
  const isSearched = few.length * 16 < many.length;
  let length = 0;
  let next = 0;
  for (let index = 0; index < few.length; index++) {
    const position = few[index] ?? 0;
    if (isSearched) next = placeOf(position, many, next);
    else while (next < many.length && (many[next] ?? 0) < position) next++;
    if (many[next] === position) kept[length++] = position;
  }
  return firstOf(kept, length);
}

/** The first place in an ascending list, not before `from`, whose position is not below one. */
function placeOf(position: number, ascending: Uint32Array, from: number): number {
  let low = from;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The positions in one of some ascending lists, ascending, each once; all below `count`. */
export function unionOf(lists: readonly Uint32Array[], count: number): Uint32Array {
  const [first, ...others] = lists;
  if (first !== undefined && others.length === 0) return first;
  const isIn = new Uint8Array(count);
  let length = 0;
  for (const positions of lists) {
    for (let index = 0; index < positions.length; index++) {
      const position = positions[index] ?? 0;
      length += 1 - (isIn[position] ?? 0);
      isIn[position] = 1;
    }
  }
  const all = new Uint32Array(length);
  let next = 0;
  for (let position = 0; next < length; position++)
    if (isIn[position] === 1) all[next++] = position;
  return all;
}

/** Positions, ascending, that are among the first but not among the second. */
export function difference(one: Uint32Array, other: Uint32Array): Uint32Array {
  const rest = new Uint32Array(one.length);
  let length = 0;
  let next = 0;
  for (let index = 0; index < one.length; index++) {
    const position = one[index] ?? 0;
    while (next < other.length && (other[next] ?? 0) < position) next++;
    if (other[next] !== position) rest[length++] = position;
  }
  return firstOf(rest, length);
}
