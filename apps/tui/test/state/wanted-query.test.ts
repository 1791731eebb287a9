import { parseText, stillTyping, type TextNode } from "@broadsheet/core";
import { expect, it } from "vitest";
import { wantedQuery } from "../../src/state/wanted-query.ts";
import { inLibrary } from "../library.ts";

const wanted = (text: string): ReturnType<typeof wantedQuery> =>
  wantedQuery({ ...inLibrary(80, 24), search: { text, cursor: text.length } });
const keyOf = (text: string): string => wanted(text).key;

it.for(["bridge section:", "bridge -section:", "bridge  Section："])(
  "a field whose value is still to be typed narrows nothing: %s",
  (typed) => {
    expect(keyOf(typed)).toBe(keyOf("bridge "));
  },
);

it("what only looks like a field is searched for", () => {
  expect(keyOf("bridge warning:")).not.toBe(keyOf("bridge "));
});

it("the last word is the beginning of one until something follows it", () => {
  const begun = (text: string): TextNode | undefined => {
    const tree = parseText(text);
    return tree && stillTyping(tree);
  };
  expect(wanted("ferry fam").query.text).toEqual(begun("ferry fam"));
  expect(wanted("ferry fam").query.text).toEqual(parseText("ferry fam*"));
  expect(wanted("ferry fam ").query.text).toEqual(parseText("ferry fam"));
  expect(wanted('"ferry fam"').query.text).toEqual(parseText('"ferry fam"'));
});
