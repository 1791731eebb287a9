import { describe, expect, it } from "vitest";
import { keptPart } from "../../src/reading/kept-part.ts";
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
