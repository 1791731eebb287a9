import { expect, it } from "vitest";
import { wantedQuery } from "../../src/state/wanted-query.ts";
import { inLibrary } from "../library.ts";

const keyOf = (text: string): string =>
  wantedQuery({ ...inLibrary(80, 24), search: { text, cursor: text.length } }).key;

it.for(["bridge section:", "bridge -section:", "bridge  Section："])(
  "a field whose value is still to be typed narrows nothing: %s",
  (typed) => {
    expect(keyOf(typed)).toBe(keyOf("bridge "));
  },
);

it("what only looks like a field is searched for", () => {
  expect(keyOf("bridge warning:")).not.toBe(keyOf("bridge "));
});
