import { describe, expect, it } from "vitest";
import * as field from "../../src/state/text-field.ts";

const at = (marked: string): field.TextField => ({
  text: marked.replace("|", ""),
  cursor: marked.indexOf("|"),
});
const shown = ({ text, cursor }: field.TextField): string =>
  `${text.slice(0, cursor)}|${text.slice(cursor)}`;

describe("typing", () => {
  it("puts text at the cursor", () => {
    expect(shown(field.insert(at("bri|ge"), "d", 100))).toBe("brid|ge");
  });

  it("stops at the longest text", () => {
    expect(shown(field.insert(at("abc|"), "def", 5))).toBe("abcde|");
    expect(field.insert(at("abc|"), "👍", 4).text.isWellFormed()).toBe(true);
  });

  it.for([
    ["bridge|", "bridg|"],
    ["ស្ពាន|", "ស្ពា|"],
    ["👩‍👩‍👧|", "|"],
    ["|x", "|x"],
  ] as const)("erases the character before the cursor: %s", ([before, after]) => {
    expect(shown(field.eraseCharacter(at(before)))).toBe(after);
  });

  it.for([
    ["new bridge|", "new |"],
    ["new bridge  |", "new |"],
    ["ស្ពានថ្មី|", "ស្ពាន|"],
    ["|x", "|x"],
  ] as const)("erases the word before the cursor: %s", ([before, after]) => {
    expect(shown(field.eraseWord(at(before)))).toBe(after);
  });

  it("moves by characters and words", () => {
    expect(shown(field.left(at("ab|c")))).toBe("a|bc");
    expect(shown(field.right(at("ab|c")))).toBe("abc|");
    expect(shown(field.right(at("abc|")))).toBe("abc|");
    expect(shown(field.wordLeft(at("new bridge|")))).toBe("new |bridge");
    expect(shown(field.wordRight(at("|new bridge")))).toBe("new |bridge");
    expect(shown(field.wordRight(at("new |bridge")))).toBe("new bridge|");
    expect(shown(field.toStart(at("ab|c")))).toBe("|abc");
    expect(shown(field.toEnd(at("ab|c")))).toBe("abc|");
  });

  it("deletes at the cursor and erases before it", () => {
    expect(shown(field.deleteCharacter(at("a|bc")))).toBe("a|c");
    expect(shown(field.eraseToStart(at("ab|c")))).toBe("|c");
  });
});
