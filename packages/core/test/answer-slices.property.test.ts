import fc from "fast-check";
import { expect, test } from "vitest";
import { maxSliceValues, putSlice, slice } from "../src/answer-slices.ts";

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const long = (item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(1, 3, maxSliceValues / 2, maxSliceValues + 1), item)
    .map(([length, each]) => Array.from({ length }, () => each));
/** An article as it were: lists in lists, some of them longer than a slice. */
const article = fc.record({
  headline: leaf,
  items: fc.oneof(leaf, long(fc.oneof(leaf, fc.record({ text: leaf })))),
  blocks: fc.array(fc.oneof(leaf, fc.record({ items: long(leaf), text: leaf })), { maxLength: 4 }),
});

test("what is put together from slices is what was divided, and no slice is too much at once", () => {
  let divided = 0;
  fc.assert(
    fc.property(article, (whole) => {
      const { value: begun, slices } = slice(whole);
      // As it crosses: a copy.
      const gathered: unknown = structuredClone(begun);
      for (const each of slices) putSlice(gathered, structuredClone(each));
      expect(gathered).toEqual(whole);
      for (const each of [begun, ...slices.map(({ items }) => items)])
        expect(countIn(each)).toBeLessThanOrEqual(maxSliceValues * 1.1);
      divided += Number(slices.length > 1);
    }),
    { numRuns: 30 },
  );
  expect(divided).toBeGreaterThan(0);
});

test("what crosses at once is handed on as it is", () => {
  const short = { headline: "A bridge", blocks: [{ type: "rule" }] };
  expect(slice(short)).toEqual({ value: short, slices: [] });
  expect(slice(short).value).toBe(short);
  expect(slice(undefined)).toEqual({ value: undefined, slices: [] });
});

function countIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + countIn(each), 1);
}
