import { lowerBound, type Columns } from "./columns.ts";
import { mustHold } from "./damaged-index.ts";

/** Places of ascending rows among the sort keys: by search when they are few, by walking when many. */
export function positionsOf(rows: Float64Array, { sortKeys, count }: Columns): Uint32Array {
  const positions = new Uint32Array(rows.length);
  const few = rows.length * 16 < count;
  let position = 0;
  let isKnown = true;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? NaN;
    if (few) position = lowerBound(sortKeys, row, position, count);
    else while (position < count && (sortKeys[position] ?? Infinity) < row) position++;
    isKnown &&= sortKeys[position] === row;
    positions[index] = position;
  }
  mustHold(isKnown, "it has words of no article");
  return positions;
}
