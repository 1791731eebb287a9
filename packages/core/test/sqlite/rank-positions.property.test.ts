import fc from "fast-check";
import { expect, test } from "vitest";
import { rankPositions } from "../../src/sqlite/rank-positions.ts";

test("the best scores come first, and of equal ones the newest", () => {
  // Few different ones, so that many are equal, and such as differ in every bit.
  const aScore = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.float({ min: 0, noNaN: true }));
  const aList = fc.array(fc.record({ score: aScore, isHit: fc.boolean() }), { maxLength: 300 });
  fc.assert(
    fc.property(aList, (all) => {
      const scoreAt = Float64Array.from(all, ({ score }) => score);
      const hits = [...all.keys()].filter((position) => all[position]?.isHit);
      const best = hits.toSorted((a, b) => (scoreAt[b] ?? 0) - (scoreAt[a] ?? 0) || b - a);
      const { positions, scores, ranked } = rankPositions(Uint32Array.from(hits), scoreAt);
      expect([...positions]).toEqual(best);
      expect([...scores]).toEqual(best.map((position) => Math.fround(scoreAt[position] ?? 0)));
      expect(ranked).toBe(hits.length);
    }),
  );
});
