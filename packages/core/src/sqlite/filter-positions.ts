import type { Test } from "./filter-test.ts";
import type { TextMatches } from "./find-text.ts";
import type { GoOn } from "./patience.ts";

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
      return { positions: kept.slice(0, length), complete: false };
    const position = positions === undefined ? index : (positions[index] ?? 0);
    if (passes(position)) kept[length++] = position;
  }
  return { positions: length === all ? kept : kept.slice(0, length), complete: true };
}

/** All positions there are, ascending. */
export function allPositions(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, position) => position);
}

/** The positions in both of two ascending lists. */
export function intersection(one: Uint32Array, other: Uint32Array): Uint32Array {
  const kept = new Uint32Array(Math.min(one.length, other.length));
  let length = 0;
  let next = 0;
  for (const position of one) {
    while (next < other.length && (other[next] ?? 0) < position) next++;
    if (other[next] === position) kept[length++] = position;
  }
  return kept.slice(0, length);
}

/** The positions in either of two ascending lists, ascending, each once. */
export function union(one: Uint32Array, other: Uint32Array): Uint32Array {
  const merged = new Uint32Array(one.length + other.length);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < one.length || right < other.length) {
    const a = one[left] ?? Infinity;
    const b = other[right] ?? Infinity;
    if (a <= b) left++;
    if (b <= a) right++;
    merged[length++] = Math.min(a, b);
  }
  return merged.slice(0, length);
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
  return rest.slice(0, length);
}
