/**
 * Most values that cross from one thread to another at once, counted with all that they hold: about two
 * milliseconds of the thread that receives them, of the eight that a key may wait.
 */
export const maxSliceValues = 8_000;

/** Length of text that costs as much as another value, in UTF-16 units. */
const textOfOneValue = 1_000;

/** Where something is in a value: keys and places from the outside in. */
type Path = readonly (string | number)[];

/** Items of a list, to be put at its end. Those of a list come in order, after what the list is in. */
export type Slice = { readonly path: Path; readonly items: readonly unknown[] };

/** A value without the items of its long lists, and these in slices. */
export type SlicedValue = { readonly value: unknown; readonly slices: readonly Slice[] };

/** Divides what is too much to cross at once; what is not is left as it is. It must be such as JSON has. */
export function slice(value: unknown): SlicedValue {
  const slices: Slice[] = [];
  return { value: withoutItems(value, [], slices), slices };
}

/** Puts a slice into the value that it was taken from. */
export function putSlice(value: unknown, { path, items }: Slice): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the path leads through objects and lists to a list
  let list = value as { [key: string | number]: unknown };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  for (const key of path) list = list[key] as typeof list;
  if (Array.isArray(list)) for (const item of items) list.push(item);
}

function withoutItems(value: unknown, path: Path, slices: Slice[]): unknown {
  if (valuesIn(value) <= maxSliceValues) return value;
  if (Array.isArray(value)) {
    slices.push(...itemsOf(value, path));
    return [];
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withoutItems(each, [...path, key], slices)]),
  );
}

function itemsOf(list: readonly unknown[], path: Path): readonly Slice[] {
  const slices: Slice[] = [];
  const inItems: Slice[] = [];
  let items: unknown[] = [];
  let room = 0;
  for (const [place, each] of list.entries()) {
    const item = withoutItems(each, [...path, place], inItems);
    const values = valuesIn(item);
    if (values > room) {
      items = [];
      slices.push({ path, items });
      room = maxSliceValues;
    }
    items.push(item);
    room -= values;
  }
  return [...slices, ...inItems];
}

function valuesIn(value: unknown): number {
  if (typeof value === "string") return 1 + value.length / textOfOneValue;
  if (typeof value !== "object" || value === null) return 1;
  let values = 1;
  if (Array.isArray(value)) for (const each of value) values += valuesIn(each);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own keys: it is such as JSON has
  else for (const key in value) values += valuesIn((value as { [key: string]: unknown })[key]);
  return values;
}
