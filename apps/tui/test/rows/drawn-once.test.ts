import { expect, it } from "vitest";
import { drawnOnce } from "../../src/rows/drawn-once.ts";
import { flow } from "../../src/rows/row.ts";

it("what was drawn from the same is drawn once, and each thing for itself", () => {
  const once = drawnOnce();
  const [first, second] = [{}, {}];
  let drawings = 0;
  const draw = () => [flow(0, [String(++drawings)])];

  const rows = once(first, ["a", 1], draw);
  expect(once(first, ["a", 1], draw)).toBe(rows);
  expect(once(second, ["a", 1], draw)).not.toBe(rows);
  expect(once(first, ["a", 2], draw)).toEqual([flow(0, ["3"])]);
  expect(once(first, ["a", 1], draw)).toEqual([flow(0, ["4"])]);
});
