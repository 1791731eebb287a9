import { describe, expect, it } from "vitest";
import { keptPart, partWithPrint, printOf } from "../../src/reading/kept-part.ts";
import { article } from "../articles.ts";

const of = (letters: string) => article("a", { text: Array.from(letters).join("\n\n") });
const kept = (part: number, before: string, now: string): number =>
  keptPart(part, of(before), of(now));

describe("a part of an article that has changed", () => {
  it("is where it was when the change comes after it", () => {
    expect(kept(0, "abc", "xyz")).toBe(0);
    expect(kept(2, "abc", "abx")).toBe(2);
    expect(kept(2, "abc", "abxxc")).toBe(2);
  });

  it("has moved with what was put in or taken out before it", () => {
    expect(kept(2, "abc", "xabc")).toBe(3);
    expect(kept(3, "abc", "axxbc")).toBe(5);
    expect(kept(3, "abc", "bc")).toBe(2);
    expect(kept(3, "abc", "c")).toBe(1);
  });

  it("keeps its place when it was written anew", () => {
    expect(kept(2, "abc", "axc")).toBe(2);
    expect(kept(3, "abbbc", "axc")).toBe(2);
  });

  it("is what follows it when it is gone, or the end", () => {
    expect(kept(2, "abc", "ac")).toBe(2);
    expect(kept(3, "abc", "ab")).toBe(2);
    expect(keptPart(2, of("ab"), { blocks: [] })).toBe(0);
  });

  it("is the same on other lines of the file", () => {
    const { blocks } = of("abc");
    const lower = blocks.map((block) => ({ ...block, lines: [9, 9] as const }));
    expect(keptPart(3, { blocks }, { blocks: [...of("x").blocks, ...lower] })).toBe(4);
  });
});

describe("a part that is known by its print", () => {
  const printIn = (letters: string, part: number): number => {
    const block = of(letters).blocks[part - 1];
    return block === undefined ? 0 : printOf(block);
  };

  it("is found wherever it has gone, the nearest of several", () => {
    expect(partWithPrint(2, printIn("abc", 2), of("abc"))).toBe(2);
    expect(partWithPrint(2, printIn("abc", 2), of("xyzabc"))).toBe(5);
    expect(partWithPrint(3, printIn("abc", 3), of("c"))).toBe(1);
    expect(partWithPrint(5, printIn("b", 1), of("baaaaab"))).toBe(7);
  });

  it("keeps its place when it is written anew, and does not depend on its line", () => {
    expect(partWithPrint(2, printIn("abc", 2), of("axc"))).toBe(2);
    const [block] = of("a").blocks;
    expect(block && printOf({ ...block, lines: [7, 8] })).toBe(printIn("a", 1));
  });
});
