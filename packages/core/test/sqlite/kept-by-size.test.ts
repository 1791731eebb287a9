import { expect, test } from "vitest";
import { KeptBySize } from "../../src/sqlite/kept-by-size.ts";

test("what was asked for last is kept, as far as there is room", () => {
  const kept = new KeptBySize<string>(10_000);
  for (const key of ["one", "two", "three"]) kept.set(key, `of ${key}`, 2_500);
  expect(kept.get("one")).toBe("of one");
  kept.set("four", "of four", 2_500);
  expect(["one", "two", "three", "four"].map((key) => kept.get(key))).toEqual([
    "of one",
    undefined,
    "of three",
    "of four",
  ]);
});

test("what has no room even alone is not kept, and nothing goes for it", () => {
  const kept = new KeptBySize<string>(1_000);
  kept.set("small", "small", 100);
  kept.set("large", "large", 1_000);
  expect([kept.get("small"), kept.get("large")]).toEqual(["small", undefined]);
});

test("a value put again takes the place of the one before", () => {
  const kept = new KeptBySize<number>(2_000);
  for (let value = 0; value < 10; value++) kept.set("same", value, 400);
  kept.set("other", 0, 100);
  expect([kept.get("same"), kept.get("other")]).toEqual([9, 0]);
});

test("a long key takes room as well", () => {
  const kept = new KeptBySize<number>(10_000);
  const keys = ["a", "b", "c"].map((letter) => letter.repeat(2_000));
  for (const key of keys) kept.set(key, 0, 0);
  expect(keys.map((key) => kept.get(key))).toEqual([undefined, 0, 0]);
});
