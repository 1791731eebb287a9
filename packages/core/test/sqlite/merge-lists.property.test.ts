import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeLists, type TermList } from "../../src/sqlite/merge-lists.ts";

const frequency = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 65_535 }));

/** Articles of an archive of 5,000: few at all, or many close together. */
const aList = fc
  .oneof(
    fc.array(fc.tuple(fc.nat(4_999), frequency), { maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(299), frequency), { minLength: 60, maxLength: 90, size: "max" }),
  )
  .map((articles) => new Map([...articles].toSorted((a, b) => a[0] - b[0])));

test("merged lists hold each article once, as often as all of them together", () => {
  const tally = new Uint32Array(5_000);
  fc.assert(
    fc.property(fc.array(aList, { maxLength: 4 }), (maps) => {
      const lists = maps.map((map): TermList => ({
        positions: Uint32Array.from(map.keys()),
        frequencies: Uint16Array.from(map.values()),
      }));
      const sums = new Map<number, number>();
      for (const [position, times] of maps.flatMap((map) => [...map]))
        sums.set(position, Math.min((sums.get(position) ?? 0) + times, 65_535));
      const expected = [...sums].toSorted((a, b) => a[0] - b[0]);
      const { positions, frequencies } = mergeLists(lists, tally);
      expect([...positions].map((position, index) => [position, frequencies[index]])).toEqual(
        expected,
      );
      expect(tally.every((times) => times === 0)).toBe(true);
    }),
  );
});
