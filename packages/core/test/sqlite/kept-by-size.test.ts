import { expect, test } from "vitest";
import { KeptBySize, Room } from "../../src/sqlite/kept-by-size.ts";

test("what was asked for last is kept, as far as there is room", () => {
  const kept = new KeptBySize<string>(new Room(10_000));
  for (const key of ["one", "two", "three"]) kept.set(key, `of ${key}`, [], 2_500);
  expect(kept.get("one")).toBe("of one");
  kept.set("four", "of four", [], 2_500);
  expect(["one", "two", "three", "four"].map((key) => kept.get(key))).toEqual([
    "of one",
    undefined,
    "of three",
    "of four",
  ]);
});

test("what has no room even alone is not kept, and nothing goes for it", () => {
  const kept = new KeptBySize<string>(new Room(1_000));
  kept.set("small", "small", [], 100);
  kept.set("large", "large", [], 1_000);
  expect([kept.get("small"), kept.get("large")]).toEqual(["small", undefined]);
});

test("a value put again takes the place of the one before", () => {
  const kept = new KeptBySize<number>(new Room(2_000));
  for (let value = 0; value < 10; value++) kept.set("same", value, [], 400);
  kept.set("other", 0, [], 100);
  expect([kept.get("same"), kept.get("other")]).toEqual([9, 0]);
});

test("a long key takes room as well", () => {
  const kept = new KeptBySize<number>(new Room(10_000));
  const keys = ["a", "b", "c"].map((letter) => letter.repeat(2_000));
  for (const key of keys) kept.set(key, 0, [], 0);
  expect(keys.map((key) => kept.get(key))).toEqual([undefined, 0, 0]);
});

test("caches in one room give way to each other", () => {
  const room = new Room(6_000);
  const [words, lists] = [new KeptBySize<string>(room), new KeptBySize<number>(room)];
  words.set("one", "of one", [], 1_500);
  lists.set("one", 1, [], 1_500);
  words.set("two", "of two", [], 1_500);
  expect(words.get("one")).toBe("of one");
  lists.set("two", 2, [], 1_500);
  expect([words.get("one"), words.get("two")]).toEqual(["of one", "of two"]);
  expect([lists.get("one"), lists.get("two")]).toEqual([undefined, 2]);
});

test("a room that is cleared is empty and takes what it is said to take", () => {
  const room = new Room(2_000);
  const kept = new KeptBySize<string>(room);
  kept.set("one", "of one", [], 1_000);
  room.clear(5_000);
  expect(kept.get("one")).toBeUndefined();
  for (const key of ["one", "two", "three"]) kept.set(key, `of ${key}`, [], 1_500);
  expect(["one", "two", "three"].map((key) => kept.get(key))).toEqual([
    undefined,
    "of two",
    "of three",
  ]);
});

test("the memory of arrays is given back when none that is kept has it, and not before", () => {
  const room = new Room(10_000);
  const kept = new KeptBySize<Uint32Array>(room);
  const [shared, alone] = [new Uint32Array(1_000), new Uint32Array(1_000)];
  kept.set("shared", shared, [shared]);
  kept.set("alone", alone, [alone]);
  expect(kept.get("shared")).toBe(shared);
  const other = new Uint32Array(1_000);
  kept.set("other", other, [shared, other]);
  expect([shared.length, alone.length]).toEqual([1_000, 1_000]);
  room.freeUnused();
  expect([shared.length, alone.length, other.length]).toEqual([1_000, 0, 1_000]);
  room.clear(0);
  room.freeUnused();
  expect([shared.length, other.length]).toEqual([0, 0]);
});
