import type { Row } from "./row.ts";

type Drawn = { readonly from: readonly unknown[]; readonly rows: readonly Row[] };

/**
 * Keeps the last drawing of each thing, which most frames need again. It is drawn anew when anything that it is drawn
 * from beside itself is another.
 */
export function drawnOnce(): (
  thing: object,
  from: readonly unknown[],
  draw: () => readonly Row[],
) => readonly Row[] {
  const drawn = new WeakMap<object, Drawn>();
  return (thing, from, draw) => {
    const known = drawn.get(thing);
    if (known?.from.every((value, index) => value === from[index]) === true) return known.rows;
    const rows = draw();
    drawn.set(thing, { from, rows });
    return rows;
  };
}
